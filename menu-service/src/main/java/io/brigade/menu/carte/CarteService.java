package io.brigade.menu.carte;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.OwnContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Answers the carte from the cache, else from the database; many askers at once make one load. */
@ApplicationScoped
class CarteService {

    private static final StepLog LOG = StepLog.of(CarteService.class);

    private final CarteCache cache;
    private final CarteRepository cartes;
    private final ObjectMapper json;
    private final ConcurrentMap<Long, Uni<CachedCarte>> loading = new ConcurrentHashMap<>();

    @Inject
    CarteService(CarteCache cache, CarteRepository cartes, ObjectMapper json) {
        this.cache = cache;
        this.cartes = cartes;
        this.json = json;
    }

    /** Fails with 404 when the restaurant has no carte yet. */
    Uni<CachedCarte> current(long restaurantId) {
        return cache.get(restaurantId)
                .chain(cached -> cached.isPresent() ? Uni.createFrom().item(cached.get()) : loadOnce(restaurantId));
    }

    private Uni<CachedCarte> loadOnce(long restaurantId) {
        return OwnContext.of(loading.computeIfAbsent(restaurantId, id -> load(id).onTermination()
                .invoke(() -> loading.remove(id))
                .memoize()
                .indefinitely()));
    }

    private Uni<CachedCarte> load(long restaurantId) {
        return Panache.withSession(() -> cartes.load(restaurantId))
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("carte of restaurant", restaurantId)))
                .map(this::render)
                .invoke(carte -> LOG.info("carte loaded")
                        .with("version", carte.version())
                        .write())
                .call(carte -> cache.put(restaurantId, carte));
    }

    private CachedCarte render(CarteView carte) {
        try {
            return new CachedCarte(carte.version(), json.writeValueAsString(carte));
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException(notSerialisable);
        }
    }
}
