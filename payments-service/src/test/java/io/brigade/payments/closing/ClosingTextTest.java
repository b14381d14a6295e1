package io.brigade.payments.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Person;
import io.brigade.payments.payment.PaymentMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingTextTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @EnumSource
    void itIsPrintedAsItAlwaysWas(ClosingKind kind) throws IOException {
        Closing closing = closing(kind, "Sophie", 123_450, -1000);

        assertThat(ClosingText.of(closing, PARIS)).isEqualTo(golden(kind));
    }

    @Property
    void noLineIsWiderThanThePaper(
            @ForAll @LongRange(max = 99_999_999_999_999L) long sold, @ForAll @StringLength(max = 90) String name) {
        Closing closing = closing(ClosingKind.DAY, name, sold, -sold);

        assertThat(ClosingText.of(closing, PARIS).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Paper.WIDTH));
    }

    private static Closing closing(ClosingKind kind, String by, long salesCents, long creditCents) {
        long total = salesCents + creditCents;
        long net = Math.floorDiv(total * 10, 11);
        Sums sums = new Sums(net, total - net, total, salesCents, creditCents);
        Period period = kind.periodOf(LocalDate.of(2026, 11, 30));
        Figures figures = new Figures(
                84,
                1,
                80,
                190,
                1021L,
                1105L,
                1200,
                sums,
                List.of(new VatShare(550, 0, 0, 0), new VatShare(1000, net, total - net, total)),
                List.of(
                        new MethodTotal(PaymentMethod.CARD, 41, salesCents, 0, 0, salesCents, 2300),
                        new MethodTotal(PaymentMethod.CASH, 30, 0, 1, creditCents, creditCents, 0)));
        return new Closing(
                512,
                1,
                kind,
                214,
                period.firstDay(),
                period.lastDay(),
                OffsetDateTime.parse("2026-12-01T00:12:00Z"),
                new Person(401, by),
                Evening.SELLER,
                "EUR",
                2,
                figures,
                sums,
                sums.plus(sums),
                sums.plus(sums).plus(sums),
                10_422L);
    }

    private static String golden(ClosingKind kind) throws IOException {
        try (InputStream file = ClosingTextTest.class.getResourceAsStream("/closings/" + kind + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
