package io.brigade.payments.closing;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Closings for tests. */
public final class Closings {

    private Closings() {}

    /** The last of November's closings: of the day, the month or the year. */
    public static Closing of(long restaurantId, ClosingKind kind, String by, long salesCents, long creditCents) {
        return of(restaurantId, false, kind, by, salesCents, creditCents);
    }

    /** That of a restaurant that only practises. */
    static Closing practised(ClosingKind kind) {
        return of(1, true, kind, "Sophie", 123_450, -1000);
    }

    private static Closing of(
            long restaurantId, boolean training, ClosingKind kind, String by, long salesCents, long creditCents) {
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
                restaurantId,
                training,
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
                10_422L,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }
}
