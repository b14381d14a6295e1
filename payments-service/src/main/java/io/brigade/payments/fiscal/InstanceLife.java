package io.brigade.payments.fiscal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/**
 * Tells the journal when this instance starts and stops, and while it works without orders-service. An instance that was
 * killed wrote no stop: two starts in a row show it.
 */
@ApplicationScoped
class InstanceLife {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ORDERS = "orders";

    private final ChainEvents events;

    @Inject
    InstanceLife(ChainEvents events) {
        this.events = events;
    }

    void start(@Observes StartupEvent started) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> tell("STARTED", Map.of()));
        CircuitBreakerMaintenance.get().onStateChange(ORDERS, this::ordersBreaker);
    }

    void stop(@Observes ShutdownEvent stopping) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> tell("STOPPED", Map.of()));
    }

    private void ordersBreaker(CircuitBreakerState state) {
        switch (state) {
            case OPEN -> tellSoon("DEGRADED_MODE_BEGAN");
            case CLOSED -> tellSoon("DEGRADED_MODE_ENDED");
            case HALF_OPEN -> {} // one call tries: it is still degraded
        }
    }

    private void tellSoon(String event) {
        tell(event, Map.of("without", "orders-service")).subscribe().with(_ -> {});
    }

    private Uni<Void> tell(String event, Map<String, ?> facts) {
        return events.toAll(event, facts).ifNoItem().after(PATIENCE).recoverWithItem(() -> null);
    }
}
