package io.brigade.menu.carte;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The carte in Redis, shared by all instances. An entry knows its version and never goes back to an older one, so that a
 * slow reader can't put a carte back that a writer has just replaced. Redis away costs hits, not answers: it is left
 * alone for two seconds after it failed, and the database is asked instead.
 */
@ApplicationScoped
class CarteCache {

    private static final Logger LOG = Logger.getLogger(CarteCache.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    /** The body is not sent when the caller has this version already. */
    private static final String LOOK = """
            local version = redis.call('HGET', KEYS[1], 'version')
            if not version or version == ARGV[1] then return {version} end
            return redis.call('HMGET', KEYS[1], 'version', 'body')""";

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
    private volatile long pausedUntil = System.nanoTime();

    @Inject
    CarteCache(ReactiveRedisDataSource redis, CarteConfig config) {
        this.redis = redis;
        this.lifetimeMs = Long.toString(config.cacheLifetime().toMillis());
    }

    /** What Redis knows; no body when the asker has this version, or when it was dropped. */
    record Found(long version, @Nullable String body) {}

    /** Empty when Redis knows nothing or does not answer. */
    Uni<Optional<Found>> look(long restaurantId, long knownVersion) {
        return paused()
                ? Uni.createFrom().item(Optional.empty())
                : quietly(redis.execute("EVAL", LOOK, "1", key(restaurantId), Long.toString(knownVersion))
                                .map(CarteCache::read))
                        .map(found -> found == null ? Optional.<Found>empty() : found);
    }

    /** Keeps the carte unless a newer one is known. */
    Uni<Void> put(long restaurantId, long version, String body) {
        return paused()
                ? Uni.createFrom().voidItem()
                : quietly(redis.execute("EVAL", PUT, "1", key(restaurantId), Long.toString(version), body, lifetimeMs))
                        .replaceWithVoid();
    }

    /** Forgets everything older than this version; tried even when Redis has just failed. */
    Uni<Void> invalidate(long restaurantId, long version) {
        return quietly(redis.execute("EVAL", INVALIDATE, "1", key(restaurantId), Long.toString(version), lifetimeMs))
                .replaceWithVoid();
    }

    private boolean paused() {
        return System.nanoTime() - pausedUntil < 0;
    }

    private <T> Uni<T> quietly(Uni<T> call) {
        return call.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> {
                    pausedUntil = System.nanoTime() + PAUSE_NANOS;
                    LOG.debugf("cache away: %s", failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }

    private static Optional<Found> read(Response fields) {
        Response version = fields.size() == 0 ? null : fields.get(0);
        Response body = fields.size() < 2 ? null : fields.get(1);
        return version == null
                ? Optional.empty()
                : Optional.of(new Found(version.toLong(), body == null ? null : body.toString()));
    }

    /** The 2 is the shape of the body: instances of the release before keep to their own. */
    private static String key(long restaurantId) {
        return "brigade:menu:2:" + restaurantId;
    }
}
