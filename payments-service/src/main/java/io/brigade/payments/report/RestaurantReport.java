package io.brigade.payments.report;

import io.brigade.payments.seller.Restaurants.Overseen;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day of several restaurants side by side. */
public record RestaurantReport(
        @Schema(description = "What was booked later may be missing.")
        OffsetDateTime asOf,

        @Schema(description = "By id, at most 200.") List<OfRestaurant> data) {

    /** What a restaurant's day came to. */
    public record OfRestaurant(
            @Schema(examples = "1") long restaurantId,
            @Schema(examples = "Brasserie du Marché") String name,
            @Schema(examples = "EUR") String currency,
            LocalDate businessDate,

            @Schema(description = "Sales and credits, VAT included.", examples = "448850")
            long totalCents,

            @Schema(description = "What came in less what went back, tips apart.", examples = "448850")
            long takingsCents,

            @Schema(examples = "2300") long tipCents,
            @Schema(description = "Sales.", examples = "84") long tickets,

            @Schema(description = "Orders that got their first ticket.", examples = "80")
            long orders,

            @Schema(examples = "190") long covers,

            @Schema(
                    description = "Total of sales and credits per order, rounded half up; 0 without orders.",
                    examples = "5610")
            long averageTicketCents,

            @Schema(description = "Bills of any day on which something is left to pay.", examples = "7")
            long openBills,

            @Schema(description = "Last day of the last day closing; null before the first.") @Nullable LocalDate closedThrough) {

        static OfRestaurant of(Overseen restaurant, LocalDate day, Row row) {
            return new OfRestaurant(
                    restaurant.restaurantId(),
                    restaurant.name(),
                    restaurant.currency(),
                    day,
                    row.getLong("total_cents"),
                    row.getLong("takings_cents"),
                    row.getLong("tip_cents"),
                    row.getLong("tickets"),
                    row.getLong("orders"),
                    row.getLong("covers"),
                    DailyReport.average(row.getLong("total_cents"), row.getLong("orders")),
                    row.getLong("open_bills"),
                    row.getLocalDate("closed_through"));
        }
    }
}
