package io.brigade.platform.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database an instance can't do its job at all: it is not ready. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;
    private final InstanceData instance;

    @Inject
    DatabaseCheck(Pool pool, InstanceData instance) {
        this.pool = pool;
        this.instance = instance;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("SELECT 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(_ -> true)
                .onFailure()
                .recoverWithItem(false)
                .map(this::report);
    }

    private HealthCheckResponse report(boolean answers) {
        return instance.on(HealthCheckResponse.named("database").status(answers))
                .build();
    }
}
