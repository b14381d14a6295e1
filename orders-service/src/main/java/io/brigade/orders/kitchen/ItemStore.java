package io.brigade.orders.kitchen;

import io.brigade.orders.order.ItemState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds the items that a call of the kitchen is about. */
@ApplicationScoped
class ItemStore {

    private static final String COLUMNS =
            "i.order_id, i.item_id, i.version, i.state, coalesce(i.served_at, i.ready_at) AS finished_at";

    /** Index: order_items_of_order. */
    private static final String OF_TICKET = """
            SELECT %s FROM order_items i WHERE i.restaurant_id = $1 AND i.order_id = $2 AND i.course = $3
                AND i.station = $4 AND i.state IN ('SENT', 'PREPARING', 'READY') ORDER BY i.item_id""".formatted(COLUMNS);

    /** Index: order_items_finished. */
    private static final String FINISHED_LAST = """
            WITH last AS (
                SELECT order_id, course, coalesce(served_at, ready_at) AS finished_at FROM order_items
                WHERE restaurant_id = $1 AND station = $2 AND state IN ('READY', 'SERVED')
                    AND coalesce(served_at, ready_at) > $3
                ORDER BY coalesce(served_at, ready_at) DESC LIMIT 1
            )
            SELECT %s FROM last JOIN order_items i USING (order_id, course)
            WHERE i.restaurant_id = $1 AND i.station = $2 AND i.state IN ('READY', 'SERVED')
                AND coalesce(i.served_at, i.ready_at) = last.finished_at ORDER BY i.item_id""".formatted(COLUMNS);

    private static final String ONE =
            "SELECT %s FROM order_items i WHERE i.restaurant_id = $1 AND i.item_id = $2".formatted(COLUMNS);

    private final Pool pool;

    @Inject
    ItemStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * An item as it was seen.
     *
     * @param finishedAt when it became READY or SERVED; null while it is neither
     */
    record Seen(
            long orderId,
            long itemId,
            int version,
            ItemState state,
            @Nullable OffsetDateTime finishedAt) {}

    /** What of an order's course a station has not finished or not seen off. */
    Uni<List<Seen>> ofTicket(long restaurantId, TicketMove ticket) {
        return pool.preparedQuery(OF_TICKET)
                .execute(Tuple.of(
                        restaurantId,
                        ticket.orderId(),
                        ticket.course(),
                        ticket.station().name()))
                .map(ItemStore::seen);
    }

    /** What a station finished last, of one order and course at one moment; empty when that is longer ago. */
    Uni<List<Seen>> finishedLast(long restaurantId, Station station, OffsetDateTime since) {
        return pool.preparedQuery(FINISHED_LAST)
                .execute(Tuple.of(restaurantId, station.name(), since))
                .map(ItemStore::seen);
    }

    /** One item, if there is one. */
    Uni<List<Seen>> one(long restaurantId, long itemId) {
        return pool.preparedQuery(ONE).execute(Tuple.of(restaurantId, itemId)).map(ItemStore::seen);
    }

    private static List<Seen> seen(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Seen(
                        row.getLong("order_id"),
                        row.getLong("item_id"),
                        row.getInteger("version"),
                        ItemState.valueOf(row.getString("state")),
                        row.getOffsetDateTime("finished_at")))
                .toList();
    }
}
