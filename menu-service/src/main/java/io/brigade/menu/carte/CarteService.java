package io.brigade.menu.carte;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.metrics.CacheMeter;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.OwnContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers the carte from this instance's memory. The copy is good while nobody told of a newer version and it was
 * confirmed within the last second; then Redis is asked for the version, and the database where Redis does not know.
 * Many askers at once make one look, and no answer is older than what its asker could have heard of.
 */
@Startup // its meters are there from the start
@ApplicationScoped
class CarteService {

    private static final StepLog LOG = StepLog.of(CarteService.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final CarteCache cache;
    private final CarteVersions versions;
    private final CarteRepository cartes;
    private final ObjectMapper json;
    private final CacheMeter meter;
    private final ConcurrentMap<Long, Kept> kept = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Uni<Looked>> looking = new ConcurrentHashMap<>();

    @Inject
    CarteService(
            CarteCache cache,
            CarteVersions versions,
            CarteRepository cartes,
            ObjectMapper json,
            MeterRegistry registry) {
        this.cache = cache;
        this.versions = versions;
        this.cartes = cartes;
        this.json = json;
        this.meter = new CacheMeter(registry, "menu");
    }

    private record Kept(CachedCarte carte, long confirmedAt) {}

    private record Looked(CachedCarte carte, boolean hit) {}

    /** The carte of the caller's restaurant. */
    Uni<CachedCarte> current(Caller caller) {
        return newest(caller).invoke(looked -> meter.count(looked.hit())).map(Looked::carte);
    }

    private Uni<Looked> newest(Caller caller) {
        long restaurantId = caller.restaurantId();
        Kept copy = kept.get(restaurantId);
        return copy != null && isFresh(restaurantId, copy)
                ? Uni.createFrom().item(new Looked(copy.carte(), true))
                : lookOnce(caller)
                        .chain(looked -> looked.carte().version() < versions.newest(restaurantId)
                                ? newest(caller) // that look began before the version we have heard of
                                : Uni.createFrom().item(looked));
    }

    private boolean isFresh(long restaurantId, Kept copy) {
        return copy.carte().version() >= versions.newest(restaurantId)
                && System.nanoTime() - copy.confirmedAt() < FRESH_NANOS;
    }

    private Uni<Looked> lookOnce(Caller caller) {
        return OwnContext.of(looking.computeIfAbsent(caller.restaurantId(), id -> look(caller)
                .onTermination()
                .invoke(() -> looking.remove(id))
                .memoize()
                .indefinitely()));
    }

    private Uni<Looked> look(Caller caller) {
        long restaurantId = caller.restaurantId();
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            long heard = versions.newest(restaurantId);
            Kept copy = kept.get(restaurantId);
            CachedCarte known = copy == null ? null : copy.carte();
            return cache.look(restaurantId, known == null ? -1 : known.version())
                    .map(found ->
                            found.map(there -> fromCache(there, known, heard)).orElse(null))
                    .chain(cached -> cached != null
                            ? Uni.createFrom().item(new Looked(cached, true))
                            : fromDatabase(caller, known, heard))
                    .invoke(looked -> kept.put(restaurantId, new Kept(looked.carte(), began)));
        });
    }

    /** Null when the cache does not have what is needed. */
    private static @Nullable CachedCarte fromCache(CarteCache.Found found, @Nullable CachedCarte known, long heard) {
        if (found.version() < heard) {
            return null;
        }
        if (known != null && found.version() <= known.version()) {
            return found.version() == known.version() ? known : null;
        }
        String body = found.body();
        return body == null ? null : CachedCarte.of(found.version(), body);
    }

    private Uni<Looked> fromDatabase(Caller caller, @Nullable CachedCarte known, long heard) {
        return known == null
                ? load(caller, heard)
                : cartes.version(caller.restaurantId())
                        .chain(version -> version != null && version == known.version()
                                ? confirm(caller.restaurantId(), known, heard)
                                : load(caller, heard));
    }

    private Uni<Looked> confirm(long restaurantId, CachedCarte known, long heard) {
        versions.correct(restaurantId, heard, known.version());
        share(restaurantId, known.version(), new String(known.plain(), StandardCharsets.UTF_8));
        return Uni.createFrom().item(new Looked(known, true));
    }

    private Uni<Looked> load(Caller caller, long heard) {
        return cartes.snapshot(caller)
                .map(WholeCarte::view)
                .map(view -> {
                    String body = render(view);
                    versions.correct(caller.restaurantId(), heard, view.version());
                    share(caller.restaurantId(), view.version(), body);
                    return new Looked(CachedCarte.of(view.version(), body), false);
                })
                .invoke(loaded -> LOG.info("carte loaded")
                        .with("version", loaded.carte().version())
                        .write());
    }

    /** Nobody waits for it: it only saves the other instances a load. */
    private void share(long restaurantId, long version, String body) {
        cache.put(restaurantId, version, body).subscribe().with(_ -> {});
    }

    private String render(CarteView carte) {
        try {
            return json.writeValueAsString(carte);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException(notSerialisable);
        }
    }
}
