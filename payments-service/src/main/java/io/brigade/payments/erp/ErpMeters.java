package io.brigade.payments.erp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Shows how many entries wait for the ERP, how many it did not take, and how old the oldest of both is: every instance
 * shows the same. NaN while the database does not answer.
 */
@ApplicationScoped
class ErpMeters {

    private static final long LOOK_EVERY_MS = 5_000;
    private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);

    /** Counts no further than 10,000: a backlog of a year must not cost more to look at. */
    private static final String LOOK = """
            SELECT
                (SELECT count(*) FROM (SELECT 1 FROM accounting_deliveries WHERE state = 'PENDING' LIMIT 10000) w)::float8,
                (SELECT count(*) FROM (SELECT 1 FROM accounting_deliveries WHERE state = 'DEAD' LIMIT 10000) d)::float8,
                coalesce(extract(epoch FROM now() - min(oldest.recorded_at)), 0)::float8
            FROM accounting_queues q CROSS JOIN LATERAL (
                (SELECT d.entry_id FROM accounting_deliveries d
                 WHERE d.restaurant_id = q.restaurant_id AND d.state = 'PENDING' ORDER BY d.seq LIMIT 1)
                UNION ALL
                (SELECT d.entry_id FROM accounting_deliveries d
                 WHERE d.restaurant_id = q.restaurant_id AND d.state = 'DEAD' ORDER BY d.seq LIMIT 1)
            ) first JOIN accounting_entries oldest USING (entry_id)""";

    private final Pool pool;
    private volatile Figures figures = new Figures(0, 0, 0);

    @Inject
    ErpMeters(Pool pool) {
        this.pool = pool;
    }

    private record Figures(double waiting, double dead, double oldestSeconds) {}

    void start(@Observes StartupEvent starting, MeterRegistry registry, Vertx vertx) {
        Gauge.builder("erp.entries.waiting", () -> figures.waiting())
                .description("Accounting entries that wait for the ERP")
                .register(registry);
        Gauge.builder("erp.entries.dead", () -> figures.dead())
                .description("Accounting entries that the ERP did not take")
                .register(registry);
        Gauge.builder("erp.entries.oldest.seconds", () -> figures.oldestSeconds())
                .description("Age of the oldest accounting entry that the ERP does not have")
                .register(registry);
        vertx.setPeriodic(0, LOOK_EVERY_MS, _ -> look());
    }

    private void look() {
        pool.query(LOOK)
                .execute()
                .subscribe()
                .with(rows -> figures = figures(rows.iterator().next()), _ -> figures = UNKNOWN);
    }

    private static Figures figures(Row row) {
        return new Figures(row.getDouble(0), row.getDouble(1), row.getDouble(2));
    }
}
