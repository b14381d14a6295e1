package io.brigade.orders.order;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows orders, and moves their items through the kitchen. */
@ApplicationScoped
public class OrderService {

    private final OrderStore orders;
    private final OrderChanging changing;
    private final Answers answers;

    @Inject
    OrderService(OrderStore orders, OrderChanging changing, Answers answers) {
        this.orders = orders;
        this.changing = changing;
        this.answers = answers;
    }

    Uni<OrderView> get(long restaurantId, long orderId) {
        return find(restaurantId, orderId).map(OrderView::of);
    }

    Uni<Page<OrderSummary>> list(long restaurantId, PageRequest page, OrderSearch search) {
        return orders.list(restaurantId, page, search)
                .map(rows -> Page.of(rows, page, OrderSummary::orderId, Function.identity()));
    }

    Uni<Page<HistoryEntry>> history(long restaurantId, long orderId, PageRequest page) {
        return find(restaurantId, orderId)
                .chain(_ -> orders.history(restaurantId, orderId, page))
                .map(rows -> Page.of(rows, page, HistoryEntry::version, Function.identity()));
    }

    /** Id of the order that a path names, by its number or by the device's own name for it; 404 when there is none. */
    Uni<Long> idOf(long restaurantId, String name) {
        Long number = number(name);
        UUID clientRef = uuid(name);
        Uni<@Nullable Long> found = number != null
                ? Uni.createFrom().item(number)
                : clientRef == null ? Uni.createFrom().nullItem() : orders.orderOf(restaurantId, clientRef);
        return found.onItem().ifNull().failWith(() -> ProblemException.notFound("order", name));
    }

    /** Moves an item to its next state; the answer is the item. */
    public Uni<Answer> moveItem(WriteRequest write, long itemId, ItemState state) {
        return orderOf(write, itemId).chain(orderId -> moveItem(write, orderId, itemId, state)
                .onFailure(ProblemException.class)
                .recoverWithUni(refused -> followItem(write, orderId, itemId, state, refused)));
    }

    private Uni<Answer> moveItem(WriteRequest write, long orderId, long itemId, ItemState state) {
        return changing.once(
                write,
                orderId,
                (_, order) -> moved(write, order, order.moveItems(List.of(itemId), state, Now.utc())),
                order -> item(order, itemId));
    }

    /** The item may have gone to another order just then: it is moved there. */
    private Uni<Answer> followItem(WriteRequest write, long wasOn, long itemId, ItemState state, Throwable refused) {
        return orderOf(write, itemId)
                .chain(orderId ->
                        orderId == wasOn ? Uni.createFrom().failure(refused) : moveItem(write, orderId, itemId, state));
    }

    /** Moves items of one order to their next state, all or none; the answer is the order. */
    public Uni<Answer> moveItems(WriteRequest write, long orderId, Collection<Long> itemIds, ItemState state) {
        return changing.once(
                write,
                orderId,
                (_, order) -> moved(write, order, order.moveItems(itemIds, state, Now.utc())),
                order -> answers.ok(OrderView.of(order)));
    }

    /**
     * Calls finished items of one order back, each by one step, all or none; the answer is the order. Of two who call the
     * same step back at once the second gets 409.
     *
     * @param seen versions of the items as whoever asks has seen them
     */
    public Uni<Answer> recallItems(WriteRequest write, long orderId, Map<Long, Integer> seen) {
        return changing.once(
                write,
                orderId,
                (_, order) -> {
                    order.requireVersions(seen);
                    return Uni.createFrom()
                            .item(OrderChange.of(
                                    OrderAction.ITEM_RECALLED,
                                    order,
                                    order.recallItems(seen.keySet(), Now.utc()),
                                    Person.of(write.caller())));
                },
                order -> answers.ok(OrderView.of(order)));
    }

    /** Id of the order that an item belongs to; 404 when there is no such item. */
    public Uni<Long> orderOf(WriteRequest write, long itemId) {
        return orders.orderOf(write.caller().restaurantId(), itemId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("item", itemId));
    }

    private static Uni<OrderChange> moved(WriteRequest write, Order order, Order after) {
        return Uni.createFrom().item(OrderChange.of(OrderAction.ITEM_MOVED, order, after, Person.of(write.caller())));
    }

    private Answer item(Order order, long itemId) {
        return answers.ok(ItemView.of(order.item(itemId), order.totals().totalCents(itemId)));
    }

    private Uni<Order> find(long restaurantId, long orderId) {
        return orders.find(restaurantId, orderId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("order", orderId));
    }

    private static @Nullable Long number(String name) {
        try {
            return Long.valueOf(name);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String name) {
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException notAUuid) {
            return null;
        }
    }
}
