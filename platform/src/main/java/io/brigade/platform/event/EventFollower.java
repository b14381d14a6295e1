package io.brigade.platform.event;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Shows every event to every instance, in stream order, from the moment the instance starts. */
@ApplicationScoped
public class EventFollower {

    private static final int BATCH = 500;

    private final EventStream stream;
    private final List<EventListener> listeners;
    private final Vertx vertx;
    private final Loop loop;
    private volatile String position = "";
    private volatile boolean doubted;

    @Inject
    EventFollower(EventStream stream, @All List<EventListener> listeners, Vertx vertx) {
        this.stream = stream;
        this.listeners = listeners;
        this.vertx = vertx;
        this.loop = new Loop("event follower", this::step);
    }

    void start(@Observes StartupEvent started) {
        if (!listeners.isEmpty()) {
            loop.start(vertx);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    /** Id of the last event shown to the listeners; empty before the stream has been reached for the first time. */
    public String position() {
        return position;
    }

    private Uni<Void> step() {
        return doubted || position.isEmpty()
                ? settle()
                : stream.readAfter(position, BATCH)
                        .invoke(this::show)
                        .onFailure()
                        .invoke(() -> doubted = true)
                        .replaceWithVoid();
    }

    /** After a failure the stream may have been lost: going on is right only where the last event still stands. */
    private Uni<Void> settle() {
        Uni<Boolean> known = position.isEmpty() ? Uni.createFrom().item(false) : stream.reachesBackTo(position);
        return known.chain(there -> there ? Uni.createFrom().voidItem() : startAtEnd())
                .invoke(() -> doubted = false);
    }

    private Uni<Void> startAtEnd() {
        return stream.end()
                .invoke(end -> {
                    position = end;
                    listeners.forEach(EventListener::onReset);
                })
                .replaceWithVoid();
    }

    private void show(List<StreamEvent> events) {
        for (StreamEvent event : events) {
            // First the position, then the listeners: who starts to listen in between reads up to the position.
            position = event.id();
            listeners.forEach(listener -> listener.onEvent(event));
        }
    }
}
