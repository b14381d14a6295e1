package io.brigade.payments.bill;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class VatShareTest {

    @Property
    void netAndVatAlwaysAddUpAndNetIsTheNearestCent(
            @ForAll @LongRange(max = 10_000_000) long grossCents, @ForAll @IntRange(max = 3_000) int rateBp) {
        VatShare share = VatShare.of(rateBp, grossCents);

        assertThat(share.netCents() + share.vatCents()).isEqualTo(grossCents);
        double exact = grossCents * 10_000.0 / (10_000 + rateBp);
        assertThat(Math.abs(share.netCents() - exact)).isLessThanOrEqualTo(0.5 + 1e-6);
        assertThat(share.vatCents()).isNotNegative();
    }
}
