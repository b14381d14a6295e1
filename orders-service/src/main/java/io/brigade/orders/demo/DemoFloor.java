package io.brigade.orders.demo;

import io.brigade.platform.demo.DemoData;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The floors of the two demo restaurants. */
@ApplicationScoped
class DemoFloor implements DemoData {

    private static final String TABLES = """
            INSERT INTO dining_tables (table_id, restaurant_id, area, name, seats)
            SELECT n, 1, CASE WHEN n <= 14 THEN 'Salle' ELSE 'Terrasse' END, 'T' || n, 2 + 2 * (n % 3)
            FROM generate_series(1, 24) AS n
            UNION ALL
            SELECT 100 + n, 2, 'Salle', 'T' || n, 4 FROM generate_series(1, 10) AS n
            ON CONFLICT DO NOTHING""";

    private final Pool pool;

    @Inject
    DemoFloor(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> putIn() {
        return pool.query(TABLES).execute().replaceWithVoid();
    }
}
