package io.brigade.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Shows how many committed events have not reached the stream yet and how old the oldest is. Every instance sees the same
 * rows and shows the same figures; while the database is away there are none.
 */
@ApplicationScoped
class OutboxMeters {

    private static final long LOOK_EVERY_MS = 5_000;

    private final OutboxReader outbox;
    private final StreamAppender stream;
    /** Where the relay was last seen; Redis may be away for long, and then events wait from here on. */
    private volatile String lastMark = "";

    private volatile OutboxReader.Backlog backlog = OutboxReader.Backlog.NONE;

    @Inject
    OutboxMeters(OutboxReader outbox, StreamAppender stream) {
        this.outbox = outbox;
        this.stream = stream;
    }

    void start(@Observes StartupEvent starting, MeterRegistry registry, Vertx vertx) {
        Gauge.builder("outbox.pending", () -> backlog.pending())
                .description("Committed events that wait for the stream")
                .register(registry);
        Gauge.builder("outbox.oldest.seconds", () -> backlog.oldestSeconds())
                .description("Age of the oldest event that waits")
                .register(registry);
        vertx.setPeriodic(0, LOOK_EVERY_MS, _ -> look());
    }

    private void look() {
        stream.mark()
                .onFailure()
                .recoverWithItem(() -> lastMark)
                .invoke(mark -> lastMark = mark)
                .chain(outbox::backlog)
                .subscribe()
                .with(found -> backlog = found, _ -> backlog = OutboxReader.Backlog.UNKNOWN);
    }
}
