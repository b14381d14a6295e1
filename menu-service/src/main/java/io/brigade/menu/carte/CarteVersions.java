package io.brigade.menu.carte;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.event.EventListener;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.OwnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/** The newest versions that this instance has heard of, by its own writes and by everybody's events. */
@ApplicationScoped
class CarteVersions implements EventListener {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ObjectMapper json;
    private final ConcurrentMap<Long, Long> newest = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Long> told = new ConcurrentHashMap<>();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    @Inject
    CarteVersions(ObjectMapper json) {
        this.json = json;
    }

    private record Waiting(long restaurantId, long version, CompletableFuture<Void> done) {}

    @Override
    public void onEvent(StreamEvent event) {
        if (event.type().equals(CarteChange.EVENT_TYPE)) {
            long version = event.read(json, CarteChange.Data.class).version();
            note(event.restaurantId(), version);
            told.merge(event.restaurantId(), version, Math::max);
            waiting.stream()
                    .filter(one -> one.restaurantId() == event.restaurantId() && one.version() <= version)
                    .forEach(one -> one.done().complete(null));
        }
    }

    /** The newest version heard of; 0 when none. */
    long newest(long restaurantId) {
        return newest.getOrDefault(restaurantId, 0L);
    }

    /** Somebody made this version. */
    void note(long restaurantId, long version) {
        newest.merge(restaurantId, version, Math::max);
    }

    /** The database has no newer version than this one: after a restore it may have gone back. */
    void correct(long restaurantId, long heard, long version) {
        if (version < heard) {
            newest.replace(restaurantId, heard, version);
        }
    }

    /**
     * Waits until the stream has brought the event of this version, so that the other instances have been told, too; for
     * 300 ms at most, because the change itself stands.
     */
    Uni<Void> whenTold(long restaurantId, long version) {
        return OwnContext.of(Uni.createFrom().deferred(() -> {
            Waiting one = new Waiting(restaurantId, version, new CompletableFuture<>());
            waiting.add(one);
            if (told.getOrDefault(restaurantId, 0L) >= version) {
                one.done().complete(null);
            }
            return Uni.createFrom()
                    .completionStage(one.done())
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure()
                    .recoverWithNull()
                    .onTermination()
                    .invoke(() -> waiting.remove(one));
        }));
    }
}
