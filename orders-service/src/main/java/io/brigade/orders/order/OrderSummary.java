package io.brigade.orders.order;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order without its items, for lists. */
public record OrderSummary(
        @Schema(examples = "78") long orderId,
        @Schema(examples = "4") @Nullable Long tableId,
        @Schema(examples = "false") boolean additional,
        ServiceMode serviceMode,
        OrderStatus status,
        @Schema(examples = "3") long version,
        @Schema(examples = "2") @Nullable Integer covers,
        @Schema(examples = "101") long waiterId,
        @Schema(examples = "Camille") String waiterName,
        @Schema(examples = "EUR") String currency,

        @Schema(description = "After discounts, VAT included.", examples = "5850")
        long totalCents,

        LocalDate businessDate,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt) {

    static OrderSummary from(Row row) {
        return new OrderSummary(
                row.getLong("order_id"),
                row.getLong("table_id"),
                row.getBoolean("additional"),
                ServiceMode.valueOf(row.getString("service_mode")),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInteger("covers"),
                row.getLong("waiter_id"),
                row.getString("waiter_name"),
                row.getString("currency"),
                row.getLong("total_cents"),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("opened_at"),
                row.getOffsetDateTime("closed_at"));
    }
}
