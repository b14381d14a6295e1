package io.brigade.platform.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Repeats a reactive step for the life of the service; after a failure it waits, longer each time, and goes on. */
final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final String name;
    private final Supplier<Uni<Void>> step;
    private volatile Cancellable running = () -> {};
    private Duration wait = FIRST_WAIT;

    Loop(String name, Supplier<Uni<Void>> step) {
        this.name = name;
        this.step = step;
    }

    /** Starts on an event loop of its own choice; returns at once. */
    void start(Vertx vertx) {
        vertx.getOrCreateContext()
                .runOnContext(() -> running = Uni.createFrom()
                        .deferred(() -> step.get())
                        .invoke(() -> wait = FIRST_WAIT)
                        .onFailure()
                        .recoverWithUni(this::pause)
                        .repeat()
                        .indefinitely()
                        .subscribe()
                        .with(_ -> {}, failure -> LOG.errorf(failure, "%s stopped for good", name)));
    }

    void stop() {
        running.cancel();
    }

    private Uni<Void> pause(Throwable failure) {
        LOG.warnf("%s failed and tries again in %d ms: %s", name, wait.toMillis(), failure);
        Duration now = wait;
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        return Uni.createFrom().voidItem().onItem().delayIt().by(now);
    }
}
