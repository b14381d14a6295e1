package io.brigade.orders.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of orders, and shows how many are open. All are there at zero from the start. */
@ApplicationScoped
class OrderMeters {

    private static final long LOOK_EVERY_MS = 5_000;

    private final OrderStore orders;
    private final Map<ServiceMode, Counter> created;
    private final Map<ServiceMode, Counter> completed;
    private final Map<ServiceMode, Counter> cancelled;
    /** Null while the database does not answer. */
    private volatile @Nullable Map<ServiceMode, Long> open = Map.of();

    @Inject
    OrderMeters(OrderStore orders, MeterRegistry registry) {
        this.orders = orders;
        this.created = counters(registry, "orders.created", "Orders placed");
        this.completed = counters(registry, "orders.completed", "Orders closed because they were paid");
        this.cancelled = counters(registry, "orders.cancelled", "Orders cancelled");
        Arrays.stream(ServiceMode.values()).forEach(mode -> Gauge.builder("orders.open", () -> open(mode))
                .description("Open orders, as the database has them: every instance shows the same")
                .tag("service_mode", mode.name())
                .register(registry));
    }

    void start(@Observes StartupEvent starting, Vertx vertx) {
        vertx.setPeriodic(
                0, LOOK_EVERY_MS, _ -> orders.countOpen().subscribe().with(counts -> open = counts, _ -> open = null));
    }

    /** An order was placed. */
    void created(ServiceMode mode) {
        count(created, mode);
    }

    /** An order was closed because it was paid. */
    void completed(ServiceMode mode) {
        count(completed, mode);
    }

    /** An order was cancelled. */
    void cancelled(ServiceMode mode) {
        count(cancelled, mode);
    }

    private double open(ServiceMode mode) {
        Map<ServiceMode, Long> counts = open;
        return counts == null ? Double.NaN : counts.getOrDefault(mode, 0L);
    }

    private static void count(Map<ServiceMode, Counter> counters, ServiceMode mode) {
        Objects.requireNonNull(counters.get(mode)).increment();
    }

    private static Map<ServiceMode, Counter> counters(MeterRegistry registry, String name, String description) {
        return Arrays.stream(ServiceMode.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), mode -> Counter.builder(name)
                        .description(description)
                        .tag("service_mode", mode.name())
                        .register(registry)));
    }
}
