package io.brigade.orders.floor;

import io.brigade.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the floor. */
@ApplicationScoped
class TableStore {

    /** Indexes: dining_tables_by_restaurant, orders_at_table. */
    private static final String LIST = """
            SELECT t.*, ARRAY(SELECT o.order_id FROM orders o WHERE o.table_id = t.table_id AND o.status = 'OPEN'
                ORDER BY o.order_id) AS open_order_ids
            FROM dining_tables t
            WHERE t.restaurant_id = $1 AND t.table_id > $2 ORDER BY t.table_id LIMIT $3""";

    private final Pool pool;

    @Inject
    TableStore(Pool pool) {
        this.pool = pool;
    }

    /** Tables by id; one more than the page holds, if there is one. */
    Uni<List<TableView>> list(long restaurantId, PageRequest page) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(restaurantId, page.after(), page.limit() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TableStore::view)
                        .toList());
    }

    private static TableView view(Row row) {
        return new TableView(
                row.getLong("table_id"),
                row.getString("area"),
                row.getString("name"),
                row.getInteger("seats"),
                List.of(row.getArrayOfLongs("open_order_ids")));
    }
}
