package io.brigade.platform.health;

import io.brigade.platform.log.StepLog;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database an instance can't do its job at all, and with a clock of its own not rightly: it is not ready. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

    private static final StepLog LOG = StepLog.of(DatabaseCheck.class);
    private static final String NAME = "database";
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
        return pool.query("SELECT clock_timestamp()")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
                .map(database -> ClockOffset.of(Instant.now(), database))
                .map(this::answered)
                .onFailure()
                .recoverWithItem(this::away);
    }

    private HealthCheckResponse answered(ClockOffset offset) {
        if (!offset.isTolerable()) {
            LOG.warn("this instance's clock is not the database's")
                    .with("ahead_seconds", offset.ahead().toSeconds())
                    .write();
        }
        return instance.on(HealthCheckResponse.named(NAME).status(offset.isTolerable()))
                .withData("clock_ahead_ms", offset.ahead().toMillis())
                .build();
    }

    private HealthCheckResponse away() {
        return instance.on(HealthCheckResponse.named(NAME).down()).build();
    }
}
