package io.brigade.platform.health;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Redis is reported and never fatal: without it reads are slower and events wait, but nothing stops. */
@Wellness
@ApplicationScoped
class CacheCheck implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReactiveRedisDataSource redis;
    private final InstanceData instance;

    @Inject
    CacheCheck(ReactiveRedisDataSource redis, InstanceData instance) {
        this.redis = redis;
        this.instance = instance;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.execute("PING")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(_ -> "up")
                .onFailure()
                .recoverWithItem("away")
                .map(this::report);
    }

    private HealthCheckResponse report(String state) {
        return instance.on(HealthCheckResponse.named("cache").up())
                .withData("state", state)
                .build();
    }
}
