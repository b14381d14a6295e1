package io.brigade.orders.order;

import io.brigade.platform.security.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of one order, and what it touched.
 *
 * @param before null for a new order
 * @param by null: payments-service
 */
record OrderChange(
        OrderAction action,
        @Nullable Order before,
        Order after,
        @Nullable Person by,
        @Nullable Person approvedBy,
        @Nullable String reason) {

    /** A change that needs no reason and nobody's approval. */
    static OrderChange of(OrderAction action, @Nullable Order before, Order after, @Nullable Person by) {
        return new OrderChange(action, before, after, by, null, null);
    }

    /** Whether anything changed at all. */
    boolean isOne() {
        return before == null || before.version() != after.version();
    }

    /** Items that were not on the order before, and those that are not what they were. */
    List<OrderItem> touched() {
        Map<Long, OrderItem> known = knownItems();
        return after.items().stream()
                .filter(item -> !item.equals(known.get(item.itemId())))
                .toList();
    }

    /** Items that are on another order now. */
    List<OrderItem> gone() {
        List<Long> kept = after.items().stream().map(OrderItem::itemId).toList();
        return itemsBefore().filter(item -> !kept.contains(item.itemId())).toList();
    }

    /** The item as it was; null for a new one. */
    @Nullable OrderItem was(OrderItem item) {
        return knownItems().get(item.itemId());
    }

    /** Whether the item has never been written: what comes from another order has a later version. */
    boolean isFresh(OrderItem item) {
        return was(item) == null && item.version() == 1;
    }

    /** Stations that have to do with it. */
    List<String> stations() {
        return Stream.concat(touched().stream(), gone().stream())
                .map(OrderItem::station)
                .distinct()
                .toList();
    }

    private Map<Long, OrderItem> knownItems() {
        return itemsBefore().collect(Collectors.toMap(OrderItem::itemId, Function.identity()));
    }

    private Stream<OrderItem> itemsBefore() {
        return before == null ? Stream.of() : before.items().stream();
    }

    /** What the history says of it: of what changed, how it is now. */
    Changes changes() {
        OrderHead head = after.head();
        return new Changes(
                changed(OrderHead::status),
                changed(OrderHead::tableId),
                changed(OrderHead::covers),
                changed(OrderHead::waiter),
                changed(OrderHead::customer),
                changed(OrderHead::dueAt),
                cleared(),
                head.mergedInto(),
                after.totalCents(),
                discountsBefore().equals(after.discounts()) ? null : after.discounts(),
                touched().stream().map(this::line).toList(),
                gone().stream().map(OrderItem::itemId).toList());
    }

    /** What is there now, if it was not what was there before. */
    private <T> @Nullable T changed(Function<OrderHead, @Nullable T> part) {
        T now = part.apply(after.head());
        return before == null || !Objects.equals(part.apply(before.head()), now) ? now : null;
    }

    /** What was there before and is not any more; a change can't tell it by its value. */
    private @Nullable List<String> cleared() {
        if (before == null) {
            return null;
        }
        List<String> cleared = Stream.of(
                        isCleared("covers", OrderHead::covers),
                        isCleared("customer", OrderHead::customer),
                        isCleared("due_at", OrderHead::dueAt))
                .flatMap(Optional::stream)
                .toList();
        return cleared.isEmpty() ? null : cleared;
    }

    private Optional<String> isCleared(String name, Function<OrderHead, @Nullable Object> part) {
        boolean was = before != null && part.apply(before.head()) != null;
        return was && part.apply(after.head()) == null ? Optional.of(name) : Optional.empty();
    }

    private List<Discount> discountsBefore() {
        return before == null ? List.of() : before.discounts();
    }

    private Changes.Line line(OrderItem item) {
        OrderItem old = was(item);
        return new Changes.Line(
                item.itemId(),
                item.name(),
                item.quantity(),
                item.unitPriceCents(),
                old == null ? null : old.state(),
                item.state());
    }
}
