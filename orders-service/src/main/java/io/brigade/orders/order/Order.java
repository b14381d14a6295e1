package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.problem.ProblemException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table's (or a takeaway customer's) order. It is a value: every change gives a new one with the next version, or
 * fails with a problem.
 */
public record Order(OrderHead head, List<OrderItem> items, List<Discount> discounts) {

    /** Id of the order. */
    public long orderId() {
        return head.orderId();
    }

    /** Restaurant that it belongs to. */
    public long restaurantId() {
        return head.restaurantId();
    }

    /** Rises with every change. */
    public long version() {
        return head.version();
    }

    /** Sum of the items that are not voided, at the prices they were ordered at, less discounts. */
    public long totalCents() {
        return totals().totalCents();
    }

    /** What items cost and what discounts take off them. */
    Totals totals() {
        return Totals.of(items, discounts);
    }

    /** The item; 404 when it is not on this order. */
    OrderItem item(long itemId) {
        return items.stream()
                .filter(item -> item.itemId() == itemId)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("item", itemId));
    }

    /** Adds items; 409 once the order is closed. */
    Order add(List<OrderItem> more) {
        requireOpen();
        return with(Stream.concat(items.stream(), more.stream()).toList());
    }

    /** Puts a held item's new wording in its place; 409 once it was sent: then it is voided and ordered anew. */
    Order edit(OrderItem edited) {
        requireOpen();
        OrderItem known = item(edited.itemId());
        if (known.state() != ItemState.HELD) {
            throw stateConflict(known, "The kitchen has it already: void it and order it anew.");
        }
        return with(replace(item -> item.itemId() == edited.itemId(), _ -> edited));
    }

    /** Sends what is held of a course to the kitchen; nothing held there changes nothing. */
    Order fire(int course, OffsetDateTime at) {
        requireOpen();
        Predicate<OrderItem> waiting = item -> item.course() == course && item.state() == ItemState.HELD;
        return items.stream().noneMatch(waiting) ? this : with(replace(waiting, item -> item.in(ItemState.SENT, at)));
    }

    /** Moves items to their next state; 409 where the state table does not allow it, with the item as it is. */
    Order moveItems(Collection<Long> itemIds, ItemState state, OffsetDateTime at) {
        itemIds.stream()
                .map(this::item)
                .filter(item -> !item.state().canBecome(state))
                .forEach(item -> {
                    throw stateConflict(item, "The item is " + item.state() + " and can't become " + state + ".");
                });
        return with(replace(item -> itemIds.contains(item.itemId()), item -> item.in(state, at)));
    }

    /** Calls finished items back, each by one step; 409 for one that is not finished, with the item as it is. */
    Order recallItems(Collection<Long> itemIds, OffsetDateTime at) {
        itemIds.stream().map(this::item).filter(item -> recalled(item) == null).forEach(item -> {
            throw stateConflict(item, "Only what is READY or SERVED can be called back.");
        });
        return with(replace(
                item -> itemIds.contains(item.itemId()), item -> item.in(Objects.requireNonNull(recalled(item)), at)));
    }

    /** Fails with 409 and the item as it is when one of them is not the version that was seen. */
    void requireVersions(Map<Long, Integer> seen) {
        seen.forEach((itemId, version) -> {
            OrderItem item = item(itemId);
            if (item.version() != version) {
                throw stateConflict(item, "It changed in the meantime: look at it again.");
            }
        });
    }

    /**
     * Takes an item off the order, or some of its quantity, which then becomes a voided line of its own.
     *
     * @param partId id of that line
     */
    Order voidItem(long itemId, @Nullable Integer quantity, String reason, long partId) {
        requireOpen();
        OrderItem item = item(itemId);
        if (!item.state().canBecome(ItemState.VOIDED)) {
            throw stateConflict(item, "It was voided before.");
        }
        if (quantity == null || quantity == item.quantity()) {
            return with(replace(each -> each.itemId() == itemId, each -> each.voided(reason)));
        }
        requirePart(item, quantity);
        List<OrderItem> next =
                new ArrayList<>(replace(each -> each.itemId() == itemId, each -> each.of(item.quantity() - quantity)));
        next.add(item.voided(reason).part(partId, quantity));
        return with(List.copyOf(next));
    }

    /** Takes something off an item or the whole order; 409 when there is nothing to take it off. */
    Order discount(Discount given) {
        requireOpen();
        Order discounted = new Order(
                next(),
                items,
                Stream.concat(discounts.stream(), Stream.of(given)).toList());
        if (given.itemId() != null) {
            item(given.itemId());
        }
        if (discounted.totals().centsOf(given) == 0) {
            throw ProblemException.of(OrdersProblem.NOTHING_TO_DISCOUNT, "There is nothing left to take it off.");
        }
        return discounted;
    }

    /** Takes a discount back; 404 for one that was not given. */
    Order removeDiscount(int discountNo) {
        requireOpen();
        List<Discount> left = discounts.stream()
                .filter(each -> each.discountNo() != discountNo)
                .toList();
        if (left.size() == discounts.size()) {
            throw ProblemException.notFound("discount", discountNo);
        }
        return new Order(next(), items, left);
    }

    /** Number of the next discount. */
    int nextDiscountNo() {
        return 1 + discounts.stream().mapToInt(Discount::discountNo).max().orElse(0);
    }

    /** With something of its head changed; 409 once the order is closed. */
    Order change(UnaryOperator<OrderHead> edit) {
        requireOpen();
        return new Order(edit.apply(next()), items, discounts);
    }

    /**
     * Takes all items of another order over; what discounts take off the items of both is what it was.
     *
     * @throws ProblemException 409 when they are of different service modes, because VAT would change
     */
    Order absorb(Order other) {
        requireOpen();
        other.requireOpen();
        if (other.head.serviceMode() != head.serviceMode()) {
            throw ProblemException.of(
                    OrdersProblem.SERVICE_MODE_DIFFERS, "VAT differs: void the items and order them anew.");
        }
        return new Order(
                next(),
                Stream.concat(items.stream(), other.items.stream().map(OrderItem::moved))
                        .toList(),
                numbered(Stream.concat(totals().settled().stream(), other.totals().settled().stream())
                        .toList()));
    }

    /** What is left of it when another order took all its items over. */
    Order absorbedBy(long orderId, OffsetDateTime at) {
        return new Order(
                next().withStatus(OrderStatus.CANCELLED).withClosedAt(at).withMergedInto(orderId),
                List.of(),
                List.of());
    }

    /** What splitting gives: the order with what stays, and the new one. */
    record Split(Order stays, Order goes) {}

    /**
     * Moves items, or parts of their quantity, to a new order. Both together cost what the one did, to the cent.
     *
     * @param quantities how many of which item
     * @param newHead of the new order
     * @param partIds ids for the lines that parts become
     */
    Split split(Map<Long, Integer> quantities, OrderHead newHead, List<Long> partIds) {
        requireOpen();
        return Splitting.of(this, quantities, newHead, partIds);
    }

    /** Ends it with everything voided; 409 once it is closed. */
    Order cancel(String reason, OffsetDateTime at) {
        requireOpen();
        return new Order(
                next().withStatus(OrderStatus.CANCELLED).withClosedAt(at),
                replace(item -> !item.isVoided(), item -> item.voided(reason)),
                discounts);
    }

    /** Closes it when nothing is owed any more; 409 while something is. */
    Order close(OffsetDateTime at) {
        requireOpen();
        if (head.paidCents() < totalCents()) {
            throw ProblemException.of(OrdersProblem.ORDER_NOT_PAID, "It closes by itself when its bill is paid.");
        }
        return closed(at);
    }

    /** Closes the order if this amount settles its current total; else leaves it as it is: something came on top. */
    Order settle(long settledCents, OffsetDateTime at) {
        return settledCents == totalCents() && head.status().canBecome(OrderStatus.CLOSED) ? closed(at) : this;
    }

    /** Whether the kitchen was ever told of any of it. */
    boolean wasSent() {
        return items.stream().anyMatch(item -> item.sentAt() != null);
    }

    /** Fails with 409 and the order as it is once it is closed or cancelled. */
    void requireOpen() {
        if (head.status() != OrderStatus.OPEN) {
            throw ProblemException.of(OrdersProblem.ORDER_CLOSED, "Open a new order.")
                    .withCurrent(OrderView.of(this));
        }
    }

    /** Fails with 409 when something was paid on it: the money belongs to this bill. */
    void requireUnpaid() {
        if (head.paidCents() > 0) {
            throw ProblemException.of(OrdersProblem.ORDER_PARTLY_PAID, "Give the payment back first.");
        }
    }

    /** Fails with 400 unless it is less than the item's quantity. */
    static void requirePart(OrderItem item, int quantity) {
        if (quantity > item.quantity()) {
            throw ProblemException.invalid(
                    "quantity", "there are only " + item.quantity() + " of item " + item.itemId());
        }
    }

    /** Discounts with numbers from 1 on. */
    static List<Discount> numbered(List<Discount> discounts) {
        List<Discount> numbered = new ArrayList<>();
        discounts.forEach(discount -> numbered.add(discount.withDiscountNo(numbered.size() + 1)));
        return List.copyOf(numbered);
    }

    /** The head of its next version. */
    OrderHead next() {
        return head.withVersion(head.version() + 1);
    }

    private Order closed(OffsetDateTime at) {
        return new Order(next().withStatus(OrderStatus.CLOSED).withClosedAt(at), items, discounts);
    }

    private Order with(List<OrderItem> nextItems) {
        return new Order(next(), nextItems, discounts);
    }

    private List<OrderItem> replace(Predicate<OrderItem> which, UnaryOperator<OrderItem> change) {
        return items.stream()
                .map(item -> which.test(item) ? change.apply(item) : item)
                .toList();
    }

    private static @Nullable ItemState recalled(OrderItem item) {
        return Stream.of(ItemState.PREPARING, ItemState.READY)
                .filter(item.state()::canBeRecalledTo)
                .findFirst()
                .orElse(null);
    }

    private static ProblemException stateConflict(OrderItem item, String detail) {
        return ProblemException.of(OrdersProblem.ITEM_STATE_CONFLICT, detail)
                .withCurrent(ItemView.of(item, item.grossCents()));
    }
}
