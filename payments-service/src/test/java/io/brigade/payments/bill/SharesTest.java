package io.brigade.payments.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SharesTest {

    @Property
    void equalPartsAddUpAndDifferByACentAtMost(
            @ForAll @LongRange(max = 100_000_000) long cents, @ForAll @IntRange(min = 1, max = 100) int parts) {
        List<Long> shares = Shares.equal(cents, parts);

        assertThat(shares).hasSize(parts);
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(cents);
        assertThat(shares.getFirst() - shares.getLast()).isBetween(0L, 1L);
    }

    @Property
    void sharesInProportionAddUpAndNoneIsMoreThanACentOff(
            @ForAll @LongRange(max = 10_000_000) long cents,
            @ForAll @Size(min = 1, max = 20) List<@LongRange(max = 1_000_000) Long> weights) {
        List<Long> shares = Shares.inProportion(cents, weights);

        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(cents);
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; sum > 0 && i < weights.size(); i++) {
            double exact = (double) cents * weights.get(i) / sum;
            assertThat(Math.abs(shares.get(i) - exact)).isLessThan(1 + 1e-6);
        }
    }
}
