package io.brigade.menu.carte;

import io.brigade.platform.metrics.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The carte in Redis. An entry knows its version and never goes back to an older one, so that a slow reader can't put a
 * carte back that a writer has just replaced. Redis away costs hits, not answers.
 */
@Startup // its meters are there from the start
@ApplicationScoped
class CarteCache {

    private static final Logger LOG = Logger.getLogger(CarteCache.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final String PUT = """
            local known = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
            if tonumber(ARGV[1]) < known then return 0 end
            redis.call('HSET', KEYS[1], 'version', ARGV[1], 'body', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1""";

    private static final String INVALIDATE = """
            local known = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
            if tonumber(ARGV[1]) <= known then return 0 end
            redis.call('HSET', KEYS[1], 'version', ARGV[1])
            redis.call('HDEL', KEYS[1], 'body')
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1""";

    private final ReactiveRedisDataSource redis;
    private final String lifetimeMs;
    private final CacheMeter meter;

    @Inject
    CarteCache(
            ReactiveRedisDataSource redis,
            MeterRegistry registry,
            @ConfigProperty(name = "brigade.menu.cache-lifetime") Duration lifetime) {
        this.redis = redis;
        this.lifetimeMs = Long.toString(lifetime.toMillis());
        this.meter = new CacheMeter(registry, "menu");
    }

    /** The cached carte; empty when there is none or Redis does not answer. */
    Uni<Optional<CachedCarte>> get(long restaurantId) {
        return quietly(redis.execute("HMGET", key(restaurantId), "version", "body")
                        .map(CarteCache::read))
                .map(found -> found == null ? Optional.<CachedCarte>empty() : found)
                .invoke(found -> meter.count(found.isPresent()));
    }

    /** Keeps the carte unless a newer one is known. */
    Uni<Void> put(long restaurantId, CachedCarte carte) {
        return quietly(redis.execute(
                        "EVAL", PUT, "1", key(restaurantId), Long.toString(carte.version()), carte.body(), lifetimeMs))
                .replaceWithVoid();
    }

    /** Forgets everything older than this version. */
    Uni<Void> invalidate(long restaurantId, long version) {
        return quietly(redis.execute("EVAL", INVALIDATE, "1", key(restaurantId), Long.toString(version), lifetimeMs))
                .replaceWithVoid();
    }

    private static <T> Uni<T> quietly(Uni<T> call) {
        return call.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf("cache away: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static Optional<CachedCarte> read(Response fields) {
        Response version = fields.get(0);
        Response body = fields.get(1);
        return version == null || body == null
                ? Optional.empty()
                : Optional.of(new CachedCarte(version.toLong(), body.toString()));
    }

    private static String key(long restaurantId) {
        return "brigade:menu:" + restaurantId;
    }
}
