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
 * killed wrote no stop: two starts in a row show it. Whoever restores an older copy stops all instances first, so heads are
 * kept then: what was journalled since the copy's moment can't vanish unseen.
 */
@ApplicationScoped
class InstanceLife {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ORDERS = "orders";

    private final ChainEvents events;
    private final HeadKeeper heads;

    @Inject
    InstanceLife(ChainEvents events, HeadKeeper heads) {
        this.events = events;
        this.heads = heads;
    }

    void start(@Observes StartupEvent started) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> tell("STARTED", Map.of()));
        CircuitBreakerMaintenance.get().onStateChange(ORDERS, this::ordersBreaker);
    }

    void stop(@Observes ShutdownEvent stopping) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> tell("STOPPED", Map.of()).chain(() -> within(PATIENCE, heads.keepAll())));
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
        return within(PATIENCE, events.toAll(event, facts));
    }

    private static Uni<Void> within(Duration patience, Uni<Void> work) {
        return work.ifNoItem().after(patience).recoverWithItem(() -> null);
    }
}
