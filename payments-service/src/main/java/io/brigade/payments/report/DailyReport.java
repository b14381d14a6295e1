package io.brigade.payments.report;

import io.brigade.payments.closing.Figures;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day as its owner looks at it, while it runs or afterwards. */
public record DailyReport(
        LocalDate businessDate,

        @Schema(description = "What was booked later may be missing.")
        OffsetDateTime asOf,

        @Schema(examples = "EUR") String currency,
        Figures figures,

        @Schema(
                description = "Total of sales and credits per order, rounded half up; 0 without orders.",
                examples = "5610")
        long averageTicketCents,

        @Schema(description = "What came in less what went back, tips apart.", examples = "448850")
        long takingsCents,

        @Schema(examples = "2300") long tipCents,

        @Schema(description = "Most sold first, at most 200.")
        List<OfWaiter> waiters,

        @Schema(description = "In the order of the evening.")
        List<OfHour> hours,

        @Schema(description = "Most sold first, at most 500.")
        List<OfDish> dishes) {

    /** What a waiter's orders came to. */
    public record OfWaiter(
            Person waiter,
            @Schema(examples = "31") long tickets,
            @Schema(examples = "30") long orders,
            @Schema(examples = "72") long covers,
            @Schema(examples = "950") long discountCents,
            @Schema(examples = "171200") long totalCents,
            @Schema(examples = "1500") long tipCents) {}

    /** What was settled in an hour of the restaurant's clock. */
    public record OfHour(
            @Schema(description = "0 to 23: 20 is from 20:00 to 20:59.", examples = "20")
            int hour,

            @Schema(examples = "24") long tickets,
            @Schema(examples = "55") long covers,
            @Schema(examples = "130200") long totalCents) {}

    /** What a dish came to, after discounts. */
    public record OfDish(
            @Schema(examples = "12") long dishId,
            @Schema(examples = "Entrecôte grillée") String name,
            @Schema(examples = "18") long quantity,
            @Schema(examples = "265") long discountCents,
            @Schema(examples = "47435") long totalCents) {}

    /** Of the day's figures. */
    static DailyReport of(
            LocalDate day,
            OffsetDateTime asOf,
            String currency,
            Figures figures,
            List<OfWaiter> waiters,
            List<OfHour> hours,
            List<OfDish> dishes) {
        return new DailyReport(
                day,
                asOf,
                currency,
                figures,
                average(figures.sums().totalCents(), figures.orders()),
                figures.takingsCents(),
                figures.tipCents(),
                waiters,
                hours,
                dishes);
    }

    static long average(long cents, long orders) {
        return orders == 0 ? 0 : Math.floorDiv(2 * cents + orders, 2 * orders);
    }
}
