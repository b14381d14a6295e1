package io.brigade.platform.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database an instance can't do its job at all, and with a clock of its own not rightly: it is not ready. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

    private static final String NAME = "database";

    private final BookingClock clock;
    private final InstanceData instance;

    @Inject
    DatabaseCheck(BookingClock clock, InstanceData instance) {
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return clock.compare().map(this::answered).onFailure().recoverWithItem(this::away);
    }

    private HealthCheckResponse answered(ClockOffset offset) {
        return instance.on(HealthCheckResponse.named(NAME).status(offset.isTolerable()))
                .withData("clock_ahead_ms", offset.ahead().toMillis())
                .build();
    }

    private HealthCheckResponse away() {
        return instance.on(HealthCheckResponse.named(NAME).down()).build();
    }
}
