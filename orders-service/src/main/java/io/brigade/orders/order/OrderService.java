package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
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

    private final OrderStore orders;
    private final OrderPlacing placing;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Outbox outbox;
    private final Answers answers;

    @Inject
    OrderService(
            OrderStore orders,
            OrderPlacing placing,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Outbox outbox,
            Answers answers) {
        this.orders = orders;
        this.placing = placing;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
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
                .chain(order -> placing.price(write.caller(), bearer, more.items(), order.serviceMode()))
                .chain(items ->
                        transactions.run(connection -> idempotency.once(write, new SqlWork(connection), () -> change(
                                        connection,
                                        write.caller().restaurantId(),
                                        orderId,
                                        order -> order.add(items),
                                        order -> OrderEvents.itemsAdded(order, items))
                                .map(order -> answers.created(OrderView.of(order))))));
    }

    /** Moves an item to its next state; the answer is the item. */
    public Uni<Answer> moveItem(WriteRequest write, long itemId, ItemState state) {
        long restaurantId = write.caller().restaurantId();
        return orders.orderOf(restaurantId, itemId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("item", itemId))
                .chain(orderId ->
                        transactions.run(connection -> idempotency.once(write, new SqlWork(connection), () -> change(
                                        connection,
                                        restaurantId,
                                        orderId,
                                        order -> order.moveItem(itemId, state),
                                        order -> OrderEvents.itemMoved(order, item(order, itemId)))
                                .map(order -> answers.ok(ItemView.of(item(order, itemId)))))));
    }

    /** Closes the order if the settled amount is its current total. */
    Uni<Void> settle(SqlConnection connection, long restaurantId, long orderId, long settledCents) {
        return change(
                        connection,
                        restaurantId,
                        orderId,
                        order -> order.settle(settledCents, OffsetDateTime.now(ZoneOffset.UTC)),
                        OrderEvents::closed)
                .replaceWithVoid();
    }

    /** Lock, change, save, tell. A change that leaves the order as it is tells nothing. */
    private Uni<Order> change(
            SqlConnection connection,
            long restaurantId,
            long orderId,
            UnaryOperator<Order> change,
            Function<Order, Event> event) {
        return orders.lock(connection, restaurantId, orderId).chain(found -> {
            Order before = require(found, orderId);
            Order after = change.apply(before);
            return after.version() == before.version()
                    ? Uni.createFrom().item(before)
                    : orders.save(connection, before, after)
                            .chain(() -> outbox.append(new SqlWork(connection), event.apply(after)))
                            .replaceWith(after);
        });
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
