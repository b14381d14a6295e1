package io.brigade.orders.kitchen;

import io.brigade.orders.order.ServiceMode;
import io.brigade.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what orders still wait for. */
@ApplicationScoped
class ExpoStore {

    /**
     * Orders that a board has something of, paid ones too (takeaway is paid first), and open ones with something held.
     * Indexes: order_items_on_board, orders_open, order_items_of_order.
     */
    private static final String EXPO = """
            WITH waiting AS (
                SELECT i.order_id FROM order_items i JOIN orders o USING (order_id)
                WHERE i.restaurant_id = $1 AND i.station = ANY ($4) AND i.order_id > $2 AND %1$s
                UNION
                SELECT o.order_id FROM orders o WHERE o.restaurant_id = $1 AND o.order_id > $2 AND o.status = 'OPEN'
                    AND EXISTS (SELECT FROM order_items i WHERE i.order_id = o.order_id AND i.state = 'HELD')
            ), page AS (
                SELECT order_id FROM waiting ORDER BY order_id LIMIT $3
            )
            SELECT o.order_id, t.name AS table_name, o.service_mode, o.customer, o.due_at, o.covers, o.waiter_name,
                o.opened_at, i.course, i.station,
                coalesce(sum(i.quantity) FILTER (WHERE i.state = 'HELD'), 0) AS held,
                coalesce(sum(i.quantity) FILTER (WHERE i.state = 'SENT'), 0) AS to_make,
                coalesce(sum(i.quantity) FILTER (WHERE i.state = 'PREPARING'), 0) AS preparing,
                coalesce(sum(i.quantity) FILTER (WHERE i.state = 'READY'), 0) AS ready,
                coalesce(extract(epoch FROM now() - min(i.sent_at)), 0)::bigint AS oldest_seconds
            FROM page JOIN orders o USING (order_id) LEFT JOIN dining_tables t USING (table_id)
            JOIN order_items i USING (order_id)
            WHERE (i.state = 'HELD' AND o.status = 'OPEN') OR (%1$s)
            GROUP BY o.order_id, t.table_id, i.course, i.station ORDER BY o.order_id, i.course, i.station""".formatted(KitchenSql.ON_BOARD);

    private final Pool pool;

    @Inject
    ExpoStore(Pool pool) {
        this.pool = pool;
    }

    /** Orders, the oldest first; one more than the page holds, if there is one. */
    Uni<List<ExpoOrder>> read(long restaurantId, PageRequest page) {
        String[] stations = Station.names(Arrays.asList(Station.values()));
        return pool.preparedQuery(EXPO)
                .execute(Tuple.of(restaurantId, page.after(), page.limit() + 1, stations))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getLong("order_id"), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(ExpoStore::order)
                        .toList());
    }

    private static ExpoOrder order(List<Row> rows) {
        Row first = rows.getFirst();
        return new ExpoOrder(
                first.getLong("order_id"),
                first.getString("table_name"),
                ServiceMode.valueOf(first.getString("service_mode")),
                KitchenRow.customerName(first),
                first.getOffsetDateTime("due_at"),
                first.getInteger("covers"),
                first.getString("waiter_name"),
                first.getOffsetDateTime("opened_at"),
                courses(rows),
                rows.stream()
                        .filter(row -> row.getLong("held") > 0)
                        .map(row -> row.getInteger("course"))
                        .distinct()
                        .toList());
    }

    private static List<ExpoOrder.Course> courses(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.getInteger("course"), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(course -> course.getValue().stream().anyMatch(ExpoStore::isWithTheKitchen))
                .map(course -> course(course.getKey(), course.getValue()))
                .toList();
    }

    private static ExpoOrder.Course course(int course, List<Row> rows) {
        boolean unready = rows.stream()
                .anyMatch(row -> row.getLong("held") + row.getLong("to_make") + row.getLong("preparing") > 0);
        return new ExpoOrder.Course(
                course,
                !unready,
                rows.stream()
                        .filter(ExpoStore::isWithTheKitchen)
                        .map(row -> new ExpoOrder.AtStation(
                                row.getString("station"),
                                row.getLong("to_make"),
                                row.getLong("preparing"),
                                row.getLong("ready"),
                                row.getLong("oldest_seconds")))
                        .toList());
    }

    private static boolean isWithTheKitchen(Row row) {
        return row.getLong("to_make") + row.getLong("preparing") + row.getLong("ready") > 0;
    }
}
