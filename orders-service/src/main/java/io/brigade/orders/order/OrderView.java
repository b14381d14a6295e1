package io.brigade.orders.order;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. */
public record OrderView(
        @Schema(examples = "78") long orderId,
        long restaurantId,
        @Schema(examples = "4") @Nullable Long tableId,
        ServiceMode serviceMode,
        OrderStatus status,
        @Schema(description = "Rises with every change.") long version,
        @Nullable Integer covers,
        long waiterId,
        @Schema(examples = "Camille") String waiterName,
        @Schema(examples = "EUR") String currency,

        @Schema(description = "VAT included.", examples = "5850")
        long totalCents,

        LocalDate businessDate,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        List<ItemView> items) {

    /** Of an order. */
    public static OrderView of(Order order) {
        return new OrderView(
                order.orderId(),
                order.restaurantId(),
                order.tableId(),
                order.serviceMode(),
                order.status(),
                order.version(),
                order.covers(),
                order.waiterId(),
                order.waiterName(),
                order.currency(),
                order.totalCents(),
                order.businessDate(),
                order.openedAt(),
                order.closedAt(),
                order.items().stream().map(ItemView::of).toList());
    }
}
