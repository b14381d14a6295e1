package io.brigade.orders.demo;

import io.brigade.platform.demo.DemoData;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The floors of the two demo restaurants, and the first one's kitchen printers. */
@ApplicationScoped
class DemoFloor implements DemoData {

    /** Once only: whatever was changed since stays. Two instances that start at once put them in once. */
    private static final String FLOOR = """
            WITH areas_put_in AS (
                INSERT INTO areas (restaurant_id, name, position)
                SELECT a.restaurant_id, a.name, a.position
                FROM (VALUES (1, 'Salle', 1), (1, 'Terrasse', 2), (2, 'Salle', 1)) AS a (restaurant_id, name, position)
                WHERE NOT EXISTS (SELECT FROM dining_tables t WHERE t.restaurant_id = a.restaurant_id)
                ON CONFLICT DO NOTHING RETURNING *
            )
            INSERT INTO dining_tables (table_id, restaurant_id, area_id, name, seats, x, y)
            SELECT t.table_id, t.restaurant_id, a.area_id, t.name, t.seats, t.x, t.y
            FROM (
                SELECT n AS table_id, 1 AS restaurant_id, 'Salle' AS area, 'T' || n AS name, 2 + 2 * (n % 3) AS seats,
                    40 + 160 * ((n - 1) % 5) AS x, 40 + 160 * ((n - 1) / 5) AS y
                FROM generate_series(1, 14) AS n
                UNION ALL
                SELECT n, 1, 'Terrasse', 'T' || n, 2 + 2 * (n % 3), 40 + 160 * ((n - 15) % 5), 40 + 160 * ((n - 15) / 5)
                FROM generate_series(15, 24) AS n
                UNION ALL
                SELECT 100 + n, 2, 'Salle', 'T' || n, 4, 40 + 160 * ((n - 1) % 5), 40 + 160 * ((n - 1) / 5)
                FROM generate_series(1, 10) AS n
            ) t JOIN areas_put_in a ON a.restaurant_id = t.restaurant_id AND a.name = t.area
            ON CONFLICT DO NOTHING""";

    private static final String PRINTERS = """
            INSERT INTO slip_printers (restaurant_id, station) VALUES (1, 'HOT'), (1, 'BAR') ON CONFLICT DO NOTHING""";

    private final Pool pool;

    @Inject
    DemoFloor(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> putIn() {
        return pool.query(FLOOR)
                .execute()
                .chain(() -> pool.query(PRINTERS).execute())
                .replaceWithVoid();
    }
}
