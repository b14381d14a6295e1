package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table's (or a takeaway customer's) order. It is a value: every change gives a new one with the next version, or
 * fails with a problem.
 */
public record Order(
        long orderId,
        long restaurantId,
        @Nullable Long tableId,
        ServiceMode serviceMode,
        OrderStatus status,
        long version,
        @Nullable Integer covers,
        long waiterId,
        String waiterName,
        String currency,
        LocalDate businessDate,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt,
        List<OrderItem> items) {

    /** Sum of the items that are not voided, at the prices they were ordered at. */
    public long totalCents() {
        return items.stream().mapToLong(OrderItem::totalCents).sum();
    }

    /** Adds items; 409 once the order is closed. */
    Order add(List<OrderItem> more) {
        requireOpen();
        return next(
                status, closedAt, Stream.concat(items.stream(), more.stream()).toList());
    }

    /** Moves an item to its next state; 409 where the state table does not allow it, with the item as it is. */
    Order moveItem(long itemId, ItemState state) {
        return next(
                status,
                closedAt,
                items.stream()
                        .map(item -> item.itemId() == itemId ? move(item, state) : item)
                        .toList());
    }

    /** Closes the order if this amount settles its current total; else leaves it as it is: something came on top. */
    Order settle(long settledCents, OffsetDateTime at) {
        return settledCents == totalCents() && status.canBecome(OrderStatus.CLOSED)
                ? next(OrderStatus.CLOSED, at, items)
                : this;
    }

    private static OrderItem move(OrderItem item, ItemState state) {
        if (!item.state().canBecome(state)) {
            throw ProblemException.of(
                            OrdersProblem.ITEM_STATE_CONFLICT,
                            "The item is " + item.state() + " and can't become " + state + ".")
                    .withCurrent(ItemView.of(item));
        }
        return item.in(state);
    }

    private void requireOpen() {
        if (status != OrderStatus.OPEN) {
            throw ProblemException.of(OrdersProblem.ORDER_CLOSED, "Open a new order for the table.");
        }
    }

    private Order next(OrderStatus status, @Nullable OffsetDateTime closedAt, List<OrderItem> items) {
        return new Order(
                orderId,
                restaurantId,
                tableId,
                serviceMode,
                status,
                version + 1,
                covers,
                waiterId,
                waiterName,
                currency,
                businessDate,
                openedAt,
                closedAt,
                items);
    }
}
