package io.brigade.orders.order;

/** The statements of orders and their items. */
final class OrderSql {

    private static final String ITEM_COLUMNS =
            "item_id, dish_id, name, quantity, unit_price_cents, vat_rate_bp, options,"
                    + " note, course, seat, station, state, sent_at";

    /**
     * Places an order in one round trip: idempotency record, order, items and event, or nothing. An unknown table or a
     * key that was used before leaves {@code placed} at 0. Parameters: $1–$7 idempotency, $8–$17 order, $18–$22 event,
     * $23–$35 item columns as arrays.
     */
    static final String PLACE = """
            WITH known AS (
                SELECT 1 WHERE $9::bigint IS NULL OR EXISTS (
                    SELECT FROM dining_tables WHERE restaurant_id = $1 AND table_id = $9)
            ), claim AS (
                INSERT INTO idempotency_records
                    (restaurant_id, staff_id, operation, idempotency_key, request_hash, status, body, expires_at)
                SELECT $1, $2, $3, $4::text, $5, 201, $6, $7 FROM known WHERE $4::text IS NOT NULL
                ON CONFLICT DO NOTHING RETURNING 1
            ), go AS (
                SELECT 1 FROM known WHERE $4::text IS NULL OR EXISTS (SELECT FROM claim)
            ), new_order AS (
                INSERT INTO orders (order_id, restaurant_id, table_id, service_mode, status, version, covers, waiter_id,
                    waiter_name, currency, total_cents, business_date, opened_at)
                SELECT $8, $1, $9, $10, 'OPEN', $11, $12, $2, $13, $14, $15, $16, $17 FROM go
            ), new_items AS (
                INSERT INTO order_items (order_id, restaurant_id, %1$s)
                SELECT $8, $1, i.* FROM go, unnest(%2$s) AS i
            ), event AS (
                INSERT INTO outbox (restaurant_id, type, topics, data, traceparent, request_id)
                SELECT $1, $18, $19, $20, $21, $22 FROM go
            )
            SELECT (SELECT count(*) FROM known) AS known, (SELECT count(*) FROM go) AS placed""".formatted(ITEM_COLUMNS, itemArrays(23));

    /** $1 order, $2 restaurant, $3–$15 item columns as arrays. */
    static final String INSERT_ITEMS = """
            INSERT INTO order_items (order_id, restaurant_id, %s) SELECT $1, $2, i.* FROM unnest(%s) AS i""".formatted(ITEM_COLUMNS, itemArrays(3));

    /** $1 order, $2 status, $3 version, $4 total, $5 closed at. */
    static final String UPDATE = """
            UPDATE orders SET status = $2, version = $3, total_cents = $4, closed_at = $5 WHERE order_id = $1""";

    /** $1 item, $2 state. */
    static final String UPDATE_ITEM = "UPDATE order_items SET state = $2 WHERE item_id = $1";

    /** $1 restaurant, $2 order. */
    static final String FIND = """
            SELECT o.*, %s FROM orders o JOIN order_items i USING (order_id)
            WHERE o.restaurant_id = $1 AND o.order_id = $2 ORDER BY i.item_id""".formatted("i." + ITEM_COLUMNS.replace(", ", ", i."));

    /** $1 restaurant, $2 order. Locks the order before its items are read. */
    static final String LOCK = "SELECT 1 FROM orders WHERE restaurant_id = $1 AND order_id = $2 FOR UPDATE";

    /** $1 restaurant, $2 item. */
    static final String ORDER_OF_ITEM = "SELECT order_id FROM order_items WHERE restaurant_id = $1 AND item_id = $2";

    /** $1 restaurant, $2 before this id, $3 status or null, $4 table or null, $5 most. */
    static final String LIST = """
            SELECT * FROM orders
            WHERE restaurant_id = $1 AND order_id < $2
              AND ($3::text IS NULL OR status = $3) AND ($4::bigint IS NULL OR table_id = $4)
            ORDER BY order_id DESC LIMIT $5""";

    /** Index: orders_open. */
    static final String COUNT_OPEN =
            "SELECT service_mode, count(*) AS orders FROM orders WHERE status = 'OPEN' GROUP BY service_mode";

    private OrderSql() {}

    private static String itemArrays(int first) {
        String[] types = {
            "bigint",
            "bigint",
            "text",
            "int",
            "bigint",
            "int",
            "text",
            "text",
            "int",
            "int",
            "text",
            "text",
            "timestamptz"
        };
        StringBuilder arrays = new StringBuilder();
        for (int i = 0; i < types.length; i++) {
            arrays.append(i == 0 ? "" : ", ")
                    .append('$')
                    .append(first + i)
                    .append("::")
                    .append(types[i])
                    .append("[]");
        }
        return arrays.toString();
    }
}
