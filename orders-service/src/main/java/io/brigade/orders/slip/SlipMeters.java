package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows what waits for printers: every instance shows the same. */
@ApplicationScoped
class SlipMeters {

    private static final long LOOK_EVERY_MS = 5_000;
    private static final PrintJobStore.Waiting NOTHING = new PrintJobStore.Waiting(0, 0);

    private final PrintJobStore jobs;
    /** Null while the database does not answer. */
    private volatile @Nullable Map<String, PrintJobStore.Waiting> waiting = Map.of();

    @Inject
    SlipMeters(PrintJobStore jobs, MeterRegistry registry) {
        this.jobs = jobs;
        Arrays.stream(Station.values()).forEach(printer -> {
            Gauge.builder("print.jobs.waiting", () -> of(printer, PrintJobStore.Waiting::jobs))
                    .description("Kitchen slips that are not printed")
                    .tag("printer", printer.name())
                    .register(registry);
            Gauge.builder("print.jobs.oldest.seconds", () -> of(printer, PrintJobStore.Waiting::oldestSeconds))
                    .description("Age of the oldest kitchen slip that is not printed")
                    .tag("printer", printer.name())
                    .register(registry);
        });
    }

    void start(@Observes StartupEvent starting, Vertx vertx) {
        vertx.setPeriodic(
                0, LOOK_EVERY_MS, _ -> jobs.waiting().subscribe().with(found -> waiting = found, _ -> waiting = null));
    }

    private double of(Station printer, ToDoubleFunction<PrintJobStore.Waiting> figure) {
        Map<String, PrintJobStore.Waiting> known = waiting;
        return known == null ? Double.NaN : figure.applyAsDouble(known.getOrDefault(printer.name(), NOTHING));
    }
}
