package io.brigade.orders.floor;

/** The statements of tables and areas. */
final class FloorSql {

    /**
     * Tables {@code t} with what is open on them. Indexes: orders_at_table, order_items_of_order, orders_closed_at_table;
     * each looks at one table's few rows, however many orders there are.
     */
    private static final String VIEW = """
            SELECT t.table_id, t.area_id, a.name AS area_name, a.position AS area_position, t.name, t.seats, t.x, t.y,
                t.active, t.version, t.waiter_id, t.waiter_name, coalesce(open.covers, 0) AS covers, open.seated_at,
                coalesce(open.order_ids, '{}') AS open_order_ids,
                CASE WHEN open.ordered THEN 'ORDERED'
                     WHEN open.order_ids IS NOT NULL THEN 'SEATED'
                     WHEN EXISTS (SELECT FROM orders o WHERE o.table_id = t.table_id AND o.status = 'CLOSED'
                         AND o.closed_at > coalesce(t.cleared_at, '-infinity')) THEN 'TO_CLEAR'
                     ELSE 'FREE' END AS state
            FROM %s t JOIN areas a USING (area_id)
            LEFT JOIN LATERAL (
                SELECT array_agg(o.order_id ORDER BY o.order_id) AS order_ids, sum(o.covers)::int AS covers,
                    min(o.opened_at) AS seated_at,
                    bool_or(EXISTS (SELECT FROM order_items i
                        WHERE i.order_id = o.order_id AND i.state NOT IN ('HELD', 'VOIDED'))) AS ordered
                FROM orders o WHERE o.table_id = t.table_id AND o.status = 'OPEN'
            ) open ON true""";

    /**
     * $1 restaurant, $2 after this one, $3 most. A table that was taken away while somebody ordered there stays in sight
     * until the order is over. Index: dining_tables_by_restaurant.
     */
    static final String LIST = VIEW.formatted("""
            (SELECT * FROM dining_tables d WHERE d.restaurant_id = $1 AND d.table_id > $2
                AND (d.active OR EXISTS (SELECT FROM orders o WHERE o.table_id = d.table_id AND o.status = 'OPEN'))
                ORDER BY d.table_id LIMIT $3)""") + " ORDER BY t.table_id";

    /** $1 restaurant, $2 table, also one that was taken away. */
    static final String FIND = VIEW.formatted("dining_tables") + " WHERE t.restaurant_id = $1 AND t.table_id = $2";

    /** $1 restaurant, $2 area. Index: dining_tables_in_area. */
    static final String IN_AREA = VIEW.formatted("dining_tables")
            + " WHERE t.restaurant_id = $1 AND t.area_id = $2 AND t.active ORDER BY t.table_id";

    /** $1 restaurant, $2 table, also one that was taken away. An order that is being placed there holds it off. */
    static final String LOCK = "SELECT 1 FROM dining_tables WHERE restaurant_id = $1 AND table_id = $2 FOR UPDATE";

    /** $1 restaurant, $2 area, name, seats, x, y. */
    static final String INSERT = """
            INSERT INTO dining_tables (restaurant_id, area_id, name, seats, x, y) VALUES ($1, $2, $3, $4, $5, $6)
            RETURNING table_id""";

    /** $1 table, $2 area, name, seats, x, y. */
    static final String UPDATE = """
            UPDATE dining_tables SET area_id = $2, name = $3, seats = $4, x = $5, y = $6, version = version + 1
            WHERE table_id = $1""";

    /** $1 table. */
    static final String TAKE_AWAY =
            "UPDATE dining_tables SET active = false, version = version + 1 WHERE table_id = $1";

    /** $1 table, $2 waiter and their name, or nulls. */
    static final String ASSIGN =
            "UPDATE dining_tables SET waiter_id = $2, waiter_name = $3, version = version + 1 WHERE table_id = $1";

    /** $1 table. Closing times are the services' clocks': whatever is closed by now counts as cleared. */
    static final String CLEAR = """
            UPDATE dining_tables t SET version = version + 1, cleared_at = greatest(now(), (
                SELECT max(o.closed_at) FROM orders o WHERE o.table_id = t.table_id AND o.status = 'CLOSED'))
            WHERE t.table_id = $1""";

    /** $1 restaurant, $2 after this one, $3 most. Index: areas_by_restaurant. */
    static final String AREAS = """
            SELECT * FROM areas WHERE restaurant_id = $1 AND area_id > $2 AND active ORDER BY area_id LIMIT $3""";

    /** $1 restaurant, $2 area. Nobody can change it until the transaction ends. Areas are locked before tables. */
    static final String HOLD_AREA = "SELECT 1 FROM areas WHERE restaurant_id = $1 AND area_id = $2 FOR SHARE";

    /** $1 restaurant, $2 area. */
    static final String LOCK_AREA = "SELECT 1 FROM areas WHERE restaurant_id = $1 AND area_id = $2 FOR UPDATE";

    /** $1 restaurant, $2 area. */
    static final String FIND_AREA = "SELECT * FROM areas WHERE restaurant_id = $1 AND area_id = $2 AND active";

    /** $1 area. Its tables show its name. Index: dining_tables_in_area. */
    static final String TABLES_CHANGED = "UPDATE dining_tables SET version = version + 1 WHERE area_id = $1 AND active";

    /** $1 restaurant, $2 name, $3 position. */
    static final String INSERT_AREA =
            "INSERT INTO areas (restaurant_id, name, position) VALUES ($1, $2, $3) RETURNING *";

    /** $1 area, $2 name, $3 position. */
    static final String UPDATE_AREA =
            "UPDATE areas SET name = $2, position = $3, version = version + 1 WHERE area_id = $1 RETURNING *";

    /** $1 area. */
    static final String TAKE_AREA_AWAY =
            "UPDATE areas SET active = false, version = version + 1 WHERE area_id = $1 RETURNING *";

    private FloorSql() {}
}
