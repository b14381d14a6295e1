package io.brigade.orders.order;

import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. */
public record OrderView(
        @Schema(examples = "78") long orderId,
        @Schema(examples = "1") long restaurantId,
        @Schema(examples = "4") @Nullable Long tableId,

        @Schema(description = "As the floor plan calls it; null for takeaway and delivery.", examples = "T4") @Nullable String tableName,

        @Schema(description = "Whether it was opened on an occupied table on purpose.", examples = "false")
        boolean additional,

        ServiceMode serviceMode,
        OrderStatus status,

        @Schema(description = "Rises with every change.", examples = "1")
        long version,

        @Schema(examples = "2") @Nullable Integer covers,
        @Schema(examples = "101") long waiterId,
        @Schema(examples = "Camille") String waiterName,
        @Schema(examples = "EUR") String currency,

        @Schema(description = "Before discounts, VAT included.", examples = "5850")
        long grossCents,

        @Schema(description = "What discounts take off.", examples = "0")
        long discountCents,

        @Schema(description = "After discounts, VAT included.", examples = "5850")
        long totalCents,

        LocalDate businessDate,
        OffsetDateTime openedAt,

        @Schema(description = "When a device took it, by the device's clock.") @Nullable OffsetDateTime takenAt,

        @Nullable OffsetDateTime closedAt,

        @Schema(description = "The device's own name for it.") @Nullable UUID clientRef,

        @Nullable Customer customer,

        @Schema(description = "When takeaway and delivery are wanted.") @Nullable OffsetDateTime dueAt,

        @Schema(description = "The order that took its items over.") @Nullable Long mergedInto,

        List<ItemView> items,
        List<DiscountView> discounts,

        @Schema(description = "In the answer to an order or to items: what is not as the device had it.")
        List<Difference> differences) {

    /** A discount and what it comes to. */
    public record DiscountView(
            @Schema(examples = "1") int discountNo,

            @Schema(description = "Null: off the whole order.", examples = "311") @Nullable Long itemId,

            DiscountKind kind,

            @Schema(description = "Of a PERCENT: basis points, 1000 is 10 %.", examples = "1000") @Nullable Integer percentBp,

            @Schema(description = "What it takes off now.", examples = "265")
            long discountCents,

            @Schema(examples = "Attente trop longue") String reason,
            Person givenBy,
            @Nullable Person approvedBy,
            OffsetDateTime givenAt) {}

    /** Of an order. */
    public static OrderView of(Order order) {
        return of(order, List.of());
    }

    /** Of an order, with what is not as a device had it. */
    static OrderView of(Order order, List<Difference> differences) {
        OrderHead head = order.head();
        Totals totals = order.totals();
        return new OrderView(
                head.orderId(),
                head.restaurantId(),
                head.tableId(),
                head.tableName(),
                head.additional(),
                head.serviceMode(),
                head.status(),
                head.version(),
                head.covers(),
                head.waiter().staffId(),
                head.waiter().name(),
                head.currency(),
                totals.grossCents(),
                totals.grossCents() - totals.totalCents(),
                totals.totalCents(),
                head.businessDate(),
                head.openedAt(),
                head.takenAt(),
                head.closedAt(),
                head.clientRef(),
                head.customer(),
                head.dueAt(),
                head.mergedInto(),
                order.items().stream()
                        .map(item -> ItemView.of(item, totals.totalCents(item.itemId())))
                        .toList(),
                order.discounts().stream()
                        .map(discount -> view(discount, totals.centsOf(discount)))
                        .toList(),
                differences);
    }

    private static DiscountView view(Discount discount, long cents) {
        return new DiscountView(
                discount.discountNo(),
                discount.itemId(),
                discount.kind(),
                discount.percentBp(),
                cents,
                discount.reason(),
                discount.givenBy(),
                discount.approvedBy(),
                discount.givenAt());
    }
}
