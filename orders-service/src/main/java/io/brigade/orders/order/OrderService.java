package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows and changes orders. A change locks the order, so that changes of one order happen one after another. */
@ApplicationScoped
public class OrderService {

    private static final StepLog LOG = StepLog.of(OrderService.class);

    private final OrderStore orders;
    private final OrderPlacing placing;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Outbox outbox;
    private final Answers answers;
    private final OrderMeters meters;

    @Inject
    OrderService(
            OrderStore orders,
            OrderPlacing placing,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Outbox outbox,
            Answers answers,
            OrderMeters meters) {
        this.orders = orders;
        this.placing = placing;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
        this.meters = meters;
    }

    Uni<OrderView> get(long restaurantId, long orderId) {
        return orders.find(restaurantId, orderId)
                .map(order -> require(order, orderId))
                .map(OrderView::of);
    }

    Uni<Page<OrderSummary>> list(
            long restaurantId, PageRequest page, @Nullable OrderStatus status, @Nullable Long tableId) {
        return orders.list(restaurantId, page, status, tableId)
                .map(rows -> Page.of(rows, page, OrderSummary::orderId, Function.identity()));
    }

    /** Adds items. Two waiters adding to one order never clash. */
    Uni<Answer> add(WriteRequest write, String bearer, long orderId, MoreItems more) {
        return get(write.caller().restaurantId(), orderId)
                .chain(order -> placing.priceMore(write.caller(), bearer, more.items(), order.serviceMode()))
                .chain(items -> changeOnce(
                        write,
                        orderId,
                        order -> order.add(items),
                        order -> OrderEvents.itemsAdded(order, items),
                        order -> answers.created(OrderView.of(order))))
                .onFailure(ProblemException.class)
                .recoverWithUni(refused -> placing.answeredBefore(write, refused));
    }

    /** Moves an item to its next state; the answer is the item. */
    public Uni<Answer> moveItem(WriteRequest write, long itemId, ItemState state) {
        return orders.orderOf(write.caller().restaurantId(), itemId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("item", itemId))
                .chain(orderId -> changeOnce(
                        write,
                        orderId,
                        order -> order.moveItem(itemId, state),
                        order -> OrderEvents.itemMoved(order, item(order, itemId)),
                        order -> answers.ok(ItemView.of(item(order, itemId)))));
    }

    /** Closes the order if the settled amount is its current total. An order that does not exist is left to the logs. */
    Uni<Void> settle(Transaction transaction, long restaurantId, long orderId, long settledCents) {
        return orders.lock(transaction.connection(), restaurantId, orderId).chain(order -> {
            if (order == null) {
                LOG.error("a bill was settled for no order")
                        .with("order_id", orderId)
                        .with("amount_cents", settledCents)
                        .write();
                return Uni.createFrom().voidItem();
            }
            Order after = order.settle(settledCents, OffsetDateTime.now(ZoneOffset.UTC));
            if (after.version() == order.version()) {
                return Uni.createFrom().voidItem();
            }
            transaction.afterCommit(() -> closed(after));
            return save(transaction, order, after, OrderEvents.closed(after));
        });
    }

    private void closed(Order order) {
        meters.completed(order.serviceMode());
        step("order closed", order).with("amount_cents", order.totalCents()).write();
    }

    private static StepLog.Step step(String message, Order order) {
        return LOG.info(message).with("order_id", order.orderId()).with("table_id", order.tableId());
    }

    /**
     * Lock, claim the key, change, save, tell. The lock comes first: it gives the transaction its place in the order in
     * which the relay sends events, and so the events of one order go out in the order of its versions.
     */
    private Uni<Answer> changeOnce(
            WriteRequest write,
            long orderId,
            UnaryOperator<Order> change,
            Function<Order, Event> event,
            Function<Order, Answer> answer) {
        return transactions.run(transaction -> orders.lock(
                        transaction.connection(), write.caller().restaurantId(), orderId)
                .map(found -> require(found, orderId))
                .chain(before -> idempotency.once(write, transaction, () -> {
                    Order after = change.apply(before);
                    Event told = event.apply(after);
                    transaction.afterCommit(
                            () -> step(OrderEvents.inWords(told), after).write());
                    return save(transaction, before, after, told).replaceWith(() -> answer.apply(after));
                })));
    }

    private Uni<Void> save(Transaction transaction, Order before, Order after, Event event) {
        return orders.save(transaction.connection(), before, after).chain(() -> outbox.append(transaction, event));
    }

    private static OrderItem item(Order order, long itemId) {
        return order.items().stream()
                .filter(item -> item.itemId() == itemId)
                .findFirst()
                .orElseThrow();
    }

    private static Order require(@Nullable Order order, long orderId) {
        if (order == null) {
            throw ProblemException.notFound("order", orderId);
        }
        return order;
    }
}
