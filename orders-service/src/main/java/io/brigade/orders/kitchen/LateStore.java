package io.brigade.orders.kitchen;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what is late. */
@ApplicationScoped
class LateStore {

    private static final int MOST_ITEMS = 200;

    /** Index: order_items_on_board. */
    private static final String LATE = """
            SELECT i.item_id, i.order_id, i.station, t.name AS table_name, o.service_mode, o.customer, o.waiter_name,
                i.course, i.name, i.quantity, i.state, i.sent_at, i.target_seconds,
                extract(epoch FROM now() - i.sent_at)::bigint - i.target_seconds AS over_seconds
            FROM order_items i JOIN orders o USING (order_id) LEFT JOIN dining_tables t USING (table_id)
            WHERE i.restaurant_id = $1 AND i.station = ANY ($2) AND %s
                AND i.sent_at + i.target_seconds * interval '1 second' < now()
            ORDER BY i.sent_at + i.target_seconds * interval '1 second', i.item_id LIMIT $3""".formatted(KitchenSql.TO_MAKE);

    private final Pool pool;

    @Inject
    LateStore(Pool pool) {
        this.pool = pool;
    }

    Uni<LateItems> read(long restaurantId, List<Station> stations) {
        return pool.preparedQuery(LATE)
                .execute(Tuple.of(restaurantId, Station.names(stations), MOST_ITEMS))
                .map(rows -> new LateItems(StreamSupport.stream(rows.spliterator(), false)
                        .map(LateItems.LateItem::from)
                        .toList()));
    }
}
