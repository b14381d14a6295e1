package io.brigade.orders.order;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An order without its items, for lists. */
public record OrderSummary(
        long orderId,
        @Nullable Long tableId,
        ServiceMode serviceMode,
        OrderStatus status,
        long version,
        @Nullable Integer covers,
        long waiterId,
        String waiterName,
        String currency,
        long totalCents,
        LocalDate businessDate,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt) {

    static OrderSummary from(Row row) {
        return new OrderSummary(
                row.getLong("order_id"),
                row.getLong("table_id"),
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
