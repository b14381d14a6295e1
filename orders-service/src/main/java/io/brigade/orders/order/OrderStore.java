package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads orders, and places new ones. */
@ApplicationScoped
class OrderStore {

    private final Pool pool;
    private final Outbox outbox;

    @Inject
    OrderStore(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** What became of an order that was to be placed. */
    enum Placed {
        YES,
        TABLE_UNKNOWN,
        TABLE_OCCUPIED,
        KEY_USED
    }

    /** Writes a new order with all that belongs to it, in one statement that is also the transaction. */
    Uni<Placed> place(WriteRequest write, OrderChange placed, byte[] answer, List<Portions.Taken> portions) {
        Event event = OrderEvents.of(placed);
        Tuple parameters = PlaceParameters.of(write, placed, answer, event, outbox.data(event));
        if (!portions.isEmpty()) {
            Portions.addTo(parameters, portions);
        }
        return pool.preparedQuery(portions.isEmpty() ? OrderSql.PLACE : OrderSql.PLACE_COUNTED)
                .execute(parameters)
                .map(OrderStore::placed);
    }

    /** The order; null for an unknown id and for another restaurant's. */
    Uni<@Nullable Order> find(long restaurantId, long orderId) {
        return find(pool, restaurantId, orderId);
    }

    /** Orders, locked until the transaction ends, in the sequence of the ids; unknown ones are left out. */
    Uni<List<Order>> lock(SqlConnection connection, long restaurantId, Collection<Long> orderIds) {
        Long[] ids = orderIds.toArray(Long[]::new);
        return connection
                .preparedQuery(OrderSql.TAKE_TURNS)
                .execute(Tuple.of(restaurantId, ids))
                .chain(() -> connection.preparedQuery(OrderSql.LOCK).execute(Tuple.of(restaurantId, ids)))
                .onItem()
                .transformToMulti(locked -> Multi.createFrom().iterable(locked))
                .onItem()
                .transformToUniAndConcatenate(row -> find(connection, restaurantId, row.getLong("order_id")))
                .collect()
                .asList();
    }

    /** Id of the order that an item belongs to; null for an unknown item and for another restaurant's. */
    Uni<@Nullable Long> orderOf(long restaurantId, long itemId) {
        return id(pool, OrderSql.ORDER_OF_ITEM, Tuple.of(restaurantId, itemId));
    }

    /** Id of the order with that name of a device's; null when there is none. */
    Uni<@Nullable Long> orderOf(long restaurantId, UUID clientRef) {
        return id(pool, OrderSql.ORDER_OF_CLIENT_REF, Tuple.of(restaurantId, clientRef));
    }

    /** Ids of the items that are there already under these names of a device's. */
    Uni<Map<UUID, Long>> itemsOf(SqlConnection connection, long restaurantId, Collection<UUID> uids) {
        return uids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : connection
                        .preparedQuery(OrderSql.ITEMS_OF_UIDS)
                        .execute(Tuple.of(restaurantId, uids.toArray(UUID[]::new)))
                        .map(rows -> stream(rows)
                                .collect(Collectors.toUnmodifiableMap(
                                        row -> row.getUUID("uid"), row -> row.getLong("item_id"))));
    }

    /** What is open at a table, oldest first. */
    Uni<List<OrderSummary>> openAt(long restaurantId, long tableId) {
        return openAt(pool, restaurantId, tableId);
    }

    /** What is open at a table, oldest first. */
    static Uni<List<OrderSummary>> openAt(SqlClient client, long restaurantId, long tableId) {
        return client.preparedQuery(OrderSql.OPEN_AT_TABLE)
                .execute(Tuple.of(restaurantId, tableId))
                .map(rows -> stream(rows).map(OrderSummary::from).toList());
    }

    /** What the table is called; null when there is none. */
    static Uni<@Nullable String> tableName(SqlClient client, long restaurantId, long tableId) {
        return client.preparedQuery(OrderSql.TABLE_NAME)
                .execute(Tuple.of(restaurantId, tableId))
                .map(rows -> stream(rows)
                        .findFirst()
                        .map(row -> row.getString("name"))
                        .orElse(null));
    }

    /** Adds to what was paid on the order. */
    static Uni<Void> addPaid(SqlClient client, long restaurantId, long orderId, long cents) {
        return client.preparedQuery(OrderSql.ADD_PAID)
                .execute(Tuple.of(restaurantId, orderId, cents))
                .replaceWithVoid();
    }

    /** Orders, newest first; one more than the page holds, if there is one. */
    Uni<List<OrderSummary>> list(long restaurantId, PageRequest page, OrderSearch search) {
        Tuple parameters = Tuple.of(restaurantId, page.before(), page.limit() + 1);
        search.addTo(parameters);
        return pool.preparedQuery(search.sql())
                .execute(parameters)
                .map(found -> stream(found).map(OrderSummary::from).toList());
    }

    /** Changes of an order, oldest first; one more than the page holds, if there is one. */
    Uni<List<HistoryEntry>> history(long restaurantId, long orderId, PageRequest page) {
        return pool.preparedQuery(OrderSql.HISTORY)
                .execute(Tuple.of(restaurantId, orderId, page.after(), page.limit() + 1))
                .map(found -> stream(found).map(HistoryEntry::from).toList());
    }

    /** How many orders of all restaurants are open, by mode. */
    Uni<Map<ServiceMode, Long>> countOpen() {
        return pool.query(OrderSql.COUNT_OPEN).execute().map(found -> stream(found)
                .collect(Collectors.toUnmodifiableMap(
                        row -> ServiceMode.valueOf(row.getString("service_mode")), row -> row.getLong("orders"))));
    }

    private static Uni<@Nullable Order> find(SqlClient client, long restaurantId, long orderId) {
        return client.preparedQuery(OrderSql.FIND)
                .execute(Tuple.of(restaurantId, orderId))
                .map(OrderRows::order);
    }

    private static Uni<@Nullable Long> id(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(found -> stream(found)
                .findFirst()
                .map(row -> row.getLong("order_id"))
                .orElse(null));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Placed placed(RowSet<Row> result) {
        Row row = result.iterator().next();
        if (row.getLong("placed") == 1) {
            return Placed.YES;
        }
        if (!row.getBoolean("table_known")) {
            return Placed.TABLE_UNKNOWN;
        }
        return row.getBoolean("table_occupied") ? Placed.TABLE_OCCUPIED : Placed.KEY_USED;
    }
}
