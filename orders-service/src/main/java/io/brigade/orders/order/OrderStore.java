package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Origin;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes orders. */
@ApplicationScoped
class OrderStore {

    private final Pool pool;
    private final OrderRows rows;
    private final Outbox outbox;

    @Inject
    OrderStore(Pool pool, OrderRows rows, Outbox outbox) {
        this.pool = pool;
        this.rows = rows;
        this.outbox = outbox;
    }

    /** What became of an order that was to be placed. */
    enum Placed {
        YES,
        TABLE_UNKNOWN,
        KEY_USED
    }

    /** Writes a new order with its event and idempotency record, in one statement that is also the transaction. */
    Uni<Placed> place(WriteRequest write, Order order, byte[] answer, Event event) {
        Tuple parameters = Tuple.tuple();
        parameters.addLong(order.restaurantId());
        parameters.addLong(write.caller().staffId());
        parameters.addString(write.operation());
        parameters.addString(write.key());
        parameters.addValue(Buffer.buffer(write.requestHash()));
        parameters.addValue(Buffer.buffer(answer));
        parameters.addOffsetDateTime(write.keptUntil());
        parameters.addLong(order.orderId());
        parameters.addLong(order.tableId());
        parameters.addString(order.serviceMode().name());
        parameters.addLong(order.version());
        parameters.addInteger(order.covers());
        parameters.addString(order.waiterName());
        parameters.addString(order.currency());
        parameters.addLong(order.totalCents());
        parameters.addLocalDate(order.businessDate());
        parameters.addOffsetDateTime(order.openedAt());
        parameters.addString(event.type());
        parameters.addString(Outbox.topics(event));
        parameters.addString(outbox.data(event));
        Origin origin = Origin.current();
        parameters.addString(origin.traceparent());
        parameters.addString(origin.requestId());
        rows.addItemArrays(parameters, order.items());
        return pool.preparedQuery(OrderSql.PLACE).execute(parameters).map(OrderStore::placed);
    }

    /** The order; null for an unknown id and for another restaurant's. */
    Uni<@Nullable Order> find(long restaurantId, long orderId) {
        return find(pool, restaurantId, orderId);
    }

    /** The order, locked until the transaction ends; null for an unknown id and for another restaurant's. */
    Uni<@Nullable Order> lock(SqlConnection connection, long restaurantId, long orderId) {
        return connection
                .preparedQuery(OrderSql.LOCK)
                .execute(Tuple.of(restaurantId, orderId))
                .chain(() -> find(connection, restaurantId, orderId));
    }

    /** Id of the order that an item belongs to; null for an unknown item and for another restaurant's. */
    Uni<@Nullable Long> orderOf(long restaurantId, long itemId) {
        return pool.preparedQuery(OrderSql.ORDER_OF_ITEM)
                .execute(Tuple.of(restaurantId, itemId))
                .map(found -> {
                    for (Row row : found) {
                        return row.getLong("order_id");
                    }
                    return null;
                });
    }

    /** Orders, newest first; one more than the page holds, if there is one. */
    Uni<List<OrderSummary>> list(
            long restaurantId, PageRequest page, @Nullable OrderStatus status, @Nullable Long tableId) {
        return pool.preparedQuery(OrderSql.LIST)
                .execute(Tuple.of(
                        restaurantId, page.before(), status == null ? null : status.name(), tableId, page.limit() + 1))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(OrderSummary::from)
                        .toList());
    }

    /** How many orders of all restaurants are open, by mode. */
    Uni<Map<ServiceMode, Long>> countOpen() {
        return pool.query(OrderSql.COUNT_OPEN).execute().map(found -> StreamSupport.stream(found.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(
                        row -> ServiceMode.valueOf(row.getString("service_mode")), row -> row.getLong("orders"))));
    }

    /** Writes what a change made different: the order's row, new items, items in another state. */
    Uni<Void> save(SqlConnection connection, Order before, Order after) {
        Map<Long, OrderItem> known =
                before.items().stream().collect(Collectors.toMap(OrderItem::itemId, Function.identity()));
        List<OrderItem> added = after.items().stream()
                .filter(item -> !known.containsKey(item.itemId()))
                .toList();
        List<OrderItem> moved = after.items().stream()
                .filter(item -> {
                    OrderItem was = known.get(item.itemId());
                    return was != null && was.state() != item.state();
                })
                .toList();
        return update(connection, after)
                .chain(() -> added.isEmpty() ? Uni.createFrom().voidItem() : insert(connection, after, added))
                .chain(() -> move(connection, moved));
    }

    private static Uni<Void> update(SqlConnection connection, Order order) {
        return connection
                .preparedQuery(OrderSql.UPDATE)
                .execute(Tuple.of(
                        order.orderId(), order.status().name(), order.version(), order.totalCents(), order.closedAt()))
                .replaceWithVoid();
    }

    private Uni<Void> insert(SqlConnection connection, Order order, List<OrderItem> items) {
        Tuple parameters = Tuple.of(order.orderId(), order.restaurantId());
        rows.addItemArrays(parameters, items);
        return connection
                .preparedQuery(OrderSql.INSERT_ITEMS)
                .execute(parameters)
                .replaceWithVoid();
    }

    private static Uni<Void> move(SqlConnection connection, List<OrderItem> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> connection
                        .preparedQuery(OrderSql.UPDATE_ITEM)
                        .execute(Tuple.of(item.itemId(), item.state().name())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<@Nullable Order> find(SqlClient client, long restaurantId, long orderId) {
        return client.preparedQuery(OrderSql.FIND)
                .execute(Tuple.of(restaurantId, orderId))
                .map(rows::order);
    }

    private static Placed placed(RowSet<Row> result) {
        Row row = result.iterator().next();
        if (row.getLong("placed") == 1) {
            return Placed.YES;
        }
        return row.getLong("known") == 1 ? Placed.KEY_USED : Placed.TABLE_UNKNOWN;
    }
}
