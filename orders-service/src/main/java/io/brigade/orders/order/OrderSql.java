package io.brigade.orders.order;

import java.util.stream.Collectors;

/** The statements of orders and their items. */
final class OrderSql {

    private static final int FIRST_ITEM_COLUMN = 32;
    private static final int FIRST_PORTIONS_COLUMN = FIRST_ITEM_COLUMN + ItemColumn.PLACED.size();

    /** An order of dishes that nobody counts. */
    static final String PLACE = placing("");

    /** An order with dishes whose portions are counted: four more arrays. The events tell how many are left. */
    static final String PLACE_COUNTED = placing("""
            , portions AS (
                %s
            ), told AS (
                INSERT INTO outbox (restaurant_id, type, topics, data, traceparent, request_id)
                SELECT $1, 'dish.portions_left', 'menu', row_to_json(portions)::text, $27, $28 FROM portions
            )""".formatted(takePortions("go,", FIRST_PORTIONS_COLUMN)));

    /** $1 restaurant, $2–$5 arrays: dish, count it is taken from, portions left when it was counted, taken. */
    static final String TAKE_PORTIONS_LATER = takePortions("", 2);

    /** $1 restaurant, $2–$4 arrays: dish, count it was taken from, given back. */
    static final String RETURN_PORTIONS = """
            WITH locked AS (
                SELECT p.dish_id, w.returned
                FROM unnest($2::bigint[], $3::bigint[], $4::int[]) AS w (dish_id, portions_set, returned)
                JOIN portions p ON p.restaurant_id = $1 AND p.dish_id = w.dish_id AND p.portions_set = w.portions_set
                ORDER BY p.dish_id FOR UPDATE OF p
            )
            UPDATE portions p SET
                portions_left = p.portions_left + locked.returned,
                portions_version = p.portions_version + 1
            FROM locked WHERE p.restaurant_id = $1 AND p.dish_id = locked.dish_id
            RETURNING p.dish_id, p.portions_set, p.portions_left, p.portions_version""";

    /** $1 order, $2 restaurant, then item columns as arrays. */
    static final String INSERT_ITEMS =
            "INSERT INTO order_items (order_id, restaurant_id, %s) SELECT $1, $2, i.* FROM %s AS i"
                    .formatted(ItemColumn.names(ItemColumn.ALL), ItemColumn.unnest(ItemColumn.ALL, 3));

    /** $1 order that the items are on now, $2 restaurant, then item columns as arrays. */
    static final String UPDATE_ITEMS = """
            UPDATE order_items AS known SET order_id = $1, %s
            FROM %s AS i (%s) WHERE known.restaurant_id = $2 AND known.item_id = i.item_id""".formatted(
                    ItemColumn.ALL.stream()
                            .map(ItemColumn::name)
                            .filter(name -> !name.equals("item_id"))
                            .map(name -> name + " = i." + name)
                            .collect(Collectors.joining(", ")),
                    ItemColumn.unnest(ItemColumn.ALL, 3),
                    ItemColumn.names(ItemColumn.ALL));

    /** An order that comes out of another one. */
    static final String INSERT = """
            INSERT INTO orders (order_id, restaurant_id, table_id, additional, service_mode, status, version, covers,
                waiter_id, waiter_name, currency, total_cents, business_date, opened_at, discounts)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)""";

    /** $1 order, then what a change may touch. */
    static final String UPDATE = """
            UPDATE orders SET table_id = $2, additional = $3, status = $4, version = $5, covers = $6, waiter_id = $7,
                waiter_name = $8, total_cents = $9, closed_at = $10, customer = $11, due_at = $12, discounts = $13,
                merged_into = $14
            WHERE order_id = $1""";

    /** $1–$11 a line of the history. */
    static final String INSERT_HISTORY = """
            INSERT INTO order_history (order_id, version, restaurant_id, at, action, staff_id, staff_name, approved_by_id,
                approved_by_name, reason, changes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

    /** $1 restaurant, $2 order, $3 version, $4–$6 slips as arrays. */
    static final String INSERT_SLIPS = """
            INSERT INTO print_jobs (restaurant_id, station, printer, order_id, order_version, kind, lines)
            SELECT $1, s.station, coalesce(p.redirect_to, p.station), $2, $3, s.kind, s.lines
            FROM unnest($4::text[], $5::text[], $6::text[]) AS s (kind, station, lines)
            JOIN slip_printers p ON p.restaurant_id = $1 AND p.station = s.station AND p.active""";

    /** $1 restaurant, $2 order. */
    static final String FIND = """
            SELECT o.*, t.name AS table_name, %s, i.version AS item_version
            FROM orders o LEFT JOIN dining_tables t USING (table_id) LEFT JOIN order_items i USING (order_id)
            WHERE o.restaurant_id = $1 AND o.order_id = $2 ORDER BY i.item_id""".formatted(ItemColumn.ALL.stream()
            .map(ItemColumn::name)
            .filter(name -> !name.equals("version"))
            .map(name -> "i." + name)
            .collect(Collectors.joining(", ")));

    /**
     * $1 restaurant, $2 orders. Whoever waits here has no transaction id yet. One that waits for a row may get its id before
     * those that overtake it, because PostgreSQL gives it one to follow the row's versions; its event would then go out
     * before theirs. Who names another restaurant's order waits for nobody there, and makes nobody wait.
     */
    static final String TAKE_TURNS = """
            SELECT pg_advisory_xact_lock(turn)
            FROM (SELECT hashint8extended(id, $1) AS turn FROM unnest($2::bigint[]) AS id ORDER BY turn) AS turns""";

    /** $1 restaurant, $2 orders. Locks the orders before their items are read, always in the same sequence. */
    static final String LOCK = """
            SELECT order_id FROM orders WHERE restaurant_id = $1 AND order_id = ANY ($2) ORDER BY order_id FOR UPDATE""";

    /** $1 restaurant, $2 item. */
    static final String ORDER_OF_ITEM = "SELECT order_id FROM order_items WHERE restaurant_id = $1 AND item_id = $2";

    /** $1 restaurant, $2 the device's own name. Index: orders_client_ref. */
    static final String ORDER_OF_CLIENT_REF =
            "SELECT order_id FROM orders WHERE restaurant_id = $1 AND client_ref = $2";

    /** $1 restaurant, $2 the devices' own names. Index: order_items_uid. */
    static final String ITEMS_OF_UIDS =
            "SELECT uid, item_id, order_id FROM order_items WHERE restaurant_id = $1 AND uid = ANY ($2)";

    /** $1 restaurant, $2 table. Index: orders_at_table. */
    static final String OPEN_AT_TABLE =
            "SELECT * FROM orders WHERE restaurant_id = $1 AND table_id = $2 AND status = 'OPEN' ORDER BY order_id";

    /** $1 restaurant, $2 table. */
    static final String TABLE_NAME =
            "SELECT name FROM dining_tables WHERE restaurant_id = $1 AND table_id = $2 AND active";

    /** $1 restaurant, $2 order, $3 after this version, $4 most. */
    static final String HISTORY = """
            SELECT * FROM order_history WHERE restaurant_id = $1 AND order_id = $2 AND version > $3
            ORDER BY version LIMIT $4""";

    /** $1 restaurant, $2 order, $3 what was paid. */
    static final String ADD_PAID =
            "UPDATE orders SET paid_cents = paid_cents + $3 WHERE restaurant_id = $1 AND order_id = $2";

    /** Index: orders_open. */
    static final String COUNT_OPEN =
            "SELECT service_mode, count(*) AS orders FROM orders WHERE status = 'OPEN' GROUP BY service_mode";

    private OrderSql() {}

    /**
     * Places an order in one round trip: idempotency record, order, items, history, kitchen slips and event, or nothing.
     * An unknown or occupied table and a key that was used before leave {@code placed} at 0. Parameters: $1–$7
     * idempotency, $8–$22 order, $23 history, $24–$28 event, $29–$31 slips, then item columns as arrays.
     */
    private static String placing(String portions) {
        return """
            WITH known AS (
                SELECT $9::bigint IS NULL OR EXISTS (
                    SELECT FROM dining_tables WHERE restaurant_id = $1 AND table_id = $9 AND active) AS table_known,
                    $9::bigint IS NOT NULL AND NOT $10 AND EXISTS (
                    SELECT FROM orders WHERE table_id = $9 AND status = 'OPEN') AS table_occupied
            ), fine AS (
                SELECT FROM known WHERE table_known AND NOT table_occupied
            ), claim AS (
                INSERT INTO idempotency_records
                    (restaurant_id, staff_id, operation, idempotency_key, request_hash, status, body, expires_at)
                SELECT $1, $2, $3, $4::text, $5, 201, $6, $7 FROM fine WHERE $4::text IS NOT NULL
                ON CONFLICT DO NOTHING RETURNING 1
            ), go AS (
                SELECT 1 FROM fine WHERE $4::text IS NULL OR EXISTS (SELECT FROM claim)
            ), new_order AS (
                INSERT INTO orders (order_id, restaurant_id, table_id, additional, service_mode, status, version, covers,
                    waiter_id, waiter_name, currency, total_cents, business_date, opened_at, taken_at, client_ref,
                    customer, due_at)
                SELECT $8, $1, $9, $10, $11, 'OPEN', $12, $13, $2, $14, $15, $16, $17, $18, $19, $20, $21, $22 FROM go
            ), new_items AS (
                INSERT INTO order_items (order_id, restaurant_id, %1$s)
                SELECT $8, $1, i.* FROM go, %2$s AS i
            ), history AS (
                INSERT INTO order_history (order_id, version, restaurant_id, at, action, staff_id, staff_name, changes)
                SELECT $8, $12, $1, $18, 'CREATED', $2, $14, $23 FROM go
            ), slips AS (
                INSERT INTO print_jobs (restaurant_id, station, printer, order_id, order_version, kind, lines)
                SELECT $1, s.station, coalesce(p.redirect_to, p.station), $8, $12, s.kind, s.lines
                FROM go, unnest($29::text[], $30::text[], $31::text[]) AS s (kind, station, lines)
                JOIN slip_printers p ON p.restaurant_id = $1 AND p.station = s.station AND p.active
            ), event AS (
                INSERT INTO outbox (restaurant_id, type, topics, data, traceparent, request_id)
                SELECT $1, $24, $25, $26, $27, $28 FROM go
            )%3$s
            SELECT table_known, table_occupied, (SELECT count(*) FROM go) AS placed FROM known""".formatted(
                ItemColumn.names(ItemColumn.PLACED), ItemColumn.unnest(ItemColumn.PLACED, FIRST_ITEM_COLUMN), portions);
    }

    /** Portions of counted dishes, taken by a new order or by items added to one; $1 restaurant. */
    private static String takePortions(String from, int first) {
        return """
            INSERT INTO portions AS p (restaurant_id, dish_id, portions_set, portions_left, taken)
            SELECT $1, w.dish_id, w.portions_set, w.portions_left - w.taken, w.taken
            FROM %1$s unnest($%2$d::bigint[], $%3$d::bigint[], $%4$d::int[], $%5$d::int[]) AS w (dish_id, portions_set, portions_left, taken)
            ORDER BY w.dish_id
            ON CONFLICT (restaurant_id, dish_id) DO UPDATE SET
                portions_left = CASE WHEN excluded.portions_set > p.portions_set THEN excluded.portions_left
                                     ELSE p.portions_left - excluded.taken END,
                portions_set = greatest(excluded.portions_set, p.portions_set),
                portions_version = p.portions_version + 1,
                taken = excluded.taken
            RETURNING dish_id, portions_set, portions_left, portions_version""".formatted(from, first, first + 1, first + 2, first + 3);
    }
}
