package io.brigade.payments.closing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Shows when a day was last closed, in any restaurant: every instance shows the same. */
@ApplicationScoped
class ClosingMeters {

    private static final long LOOK_EVERY_MS = 10_000;

    private final ClosingStore closings;
    /** NaN while no day was closed, or the database does not answer. */
    private volatile double lastClosing = Double.NaN;

    @Inject
    ClosingMeters(ClosingStore closings, MeterRegistry registry) {
        this.closings = closings;
        Gauge.builder("last.closing.timestamp.seconds", () -> lastClosing)
                .description("When a day was last closed")
                .register(registry);
    }

    void start(@Observes StartupEvent starting, Vertx vertx) {
        vertx.setPeriodic(0, LOOK_EVERY_MS, _ -> closings.lastDayClosedAt()
                .subscribe()
                .with(found -> lastClosing = found, _ -> lastClosing = Double.NaN));
    }
}
