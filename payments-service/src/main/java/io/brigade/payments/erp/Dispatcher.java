package io.brigade.payments.erp;

import io.brigade.platform.log.StepLog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends entries to the ERP, away from every request: a few restaurants at once, one entry of each at a time, the oldest
 * first. What an instance that dies has sent and not noted is sent again, under the same key.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final StepLog STEPS = StepLog.of(Dispatcher.class);

    private final DeliveryQueue queue;
    private final ErpSender sender;
    private final ErpWatch watch;
    private final ErpConfig config;
    private final ErpEndpoint endpoint;
    private final ErpWake wake;
    private final CircuitBreakerMaintenance breakers;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;

    @Inject
    Dispatcher(
            DeliveryQueue queue,
            ErpSender sender,
            ErpWatch watch,
            ErpConfig config,
            ErpEndpoint endpoint,
            ErpWake wake,
            CircuitBreakerMaintenance breakers) {
        this.queue = queue;
        this.sender = sender;
        this.watch = watch;
        this.config = config;
        this.endpoint = endpoint;
        this.wake = wake;
        this.breakers = breakers;
    }

    /** On a context of its own: whoever wakes it, nothing of that request comes along. */
    void start(@Observes StartupEvent starting, Vertx vertx) {
        if (endpoint.isConfigured()) {
            Context own = vertx.getDelegate().getOrCreateContext();
            wake.sleeper(() -> own.runOnContext(_ -> sendAll()));
            vertx.setPeriodic(config.pollInterval().toMillis(), _ -> wake.now());
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void sendAll() {
        if (!maySend() || !running.compareAndSet(false, true)) {
            return;
        }
        Uni.createFrom()
                .deferred(this::round)
                .repeat()
                .whilst(more -> more && maySend())
                .collect()
                .last()
                .onTermination()
                .invoke(() -> running.set(false))
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("entries wait for the database: %s", failure));
    }

    /** It is the watch that closes the circuit breaker again: an entry that always fails would only keep it open. */
    private boolean maySend() {
        return !stopping && breakers.currentState("erp") == CircuitBreakerState.CLOSED;
    }

    /** Whether another round is worth it: something was asked for, and the ERP lets itself be asked. */
    private Uni<Boolean> round() {
        return queue.lease(config.parallel(), config.lease())
                .chain(leases -> Multi.createFrom()
                        .iterable(leases)
                        .onItem()
                        .transformToUniAndMerge(this::serve)
                        .collect()
                        .asList())
                .map(asked -> !asked.isEmpty() && asked.stream().allMatch(Boolean::booleanValue));
    }

    private Uni<Boolean> serve(DeliveryQueue.Lease lease) {
        return queue.oldest(lease)
                .chain(entry -> entry == null
                        ? queue.release(lease).replaceWith(true)
                        : attempt(entry).chain(outcome -> note(lease, entry, outcome)));
    }

    private Uni<Outcome> attempt(Waiting entry) {
        return sender.send(entry.entryId(), entry.document())
                .map(_ -> Outcome.delivered(entry))
                .onFailure()
                .recoverWithItem(failure -> Outcome.failed(entry, failure, watch.isUp(), config));
    }

    private Uni<Boolean> note(DeliveryQueue.Lease lease, Waiting entry, Outcome outcome) {
        return queue.note(lease, entry, outcome)
                .invoke(() -> tell(lease, entry, outcome))
                .replaceWith(outcome.attempts() > entry.attempts());
    }

    private static void tell(DeliveryQueue.Lease lease, Waiting entry, Outcome outcome) {
        if (outcome.state() == DeliveryState.DEAD) {
            STEPS.warn("entry not taken by the ERP")
                    .with("restaurant_id", lease.restaurantId())
                    .with("entry_id", entry.entryId())
                    .with("reason", outcome.failure())
                    .write();
        }
    }
}
