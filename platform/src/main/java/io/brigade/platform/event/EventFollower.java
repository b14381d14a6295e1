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
        return position.isEmpty()
                ? startAtEnd()
                : stream.readAfter(position, BATCH).chain(this::show);
    }

    private Uni<Void> startAtEnd() {
        return stream.end()
                .invoke(end -> {
                    position = end;
                    listeners.forEach(EventListener::onReset);
                })
                .replaceWithVoid();
    }

    private Uni<Void> show(List<StreamEvent> events) {
        for (StreamEvent event : events) {
            // First the position, then the listeners: who starts to listen in between reads up to the position.
            position = event.id();
            listeners.forEach(listener -> listener.onEvent(event));
        }
        return events.isEmpty() ? noticeReset() : Uni.createFrom().voidItem();
    }

    /** A Redis that came back empty counts from the beginning again: positions from before mean nothing there. */
    private Uni<Void> noticeReset() {
        return stream.end()
                .invoke(end -> {
                    if (StreamPosition.isBefore(end, position)) {
                        position = EventStream.BEGINNING;
                        listeners.forEach(EventListener::onReset);
                    }
                })
                .replaceWithVoid();
    }
}
