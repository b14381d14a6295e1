package io.brigade.staff.ops;

import io.brigade.platform.sql.OwnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The summary from Prometheus when there is one that answers, else from the instances themselves. However many dashboards
 * look, it is made once in two seconds.
 */
@ApplicationScoped
class OpsService {

    private static final Logger LOG = Logger.getLogger(OpsService.class);
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Uni<OpsSummary> shared;
    private volatile long madeAt;

    @Inject
    OpsService(PrometheusFigures prometheus, InstancesFigures instances) {
        shared = Uni.createFrom()
                .deferred(() -> prometheus.areConfigured() ? fromEither(prometheus, instances) : instances.summary())
                .onTermination()
                .invoke(() -> madeAt = System.nanoTime())
                .memoize()
                .until(() -> System.nanoTime() - madeAt > KEPT.toNanos());
    }

    Uni<OpsSummary> summary() {
        return OwnContext.of(shared);
    }

    private static Uni<OpsSummary> fromEither(PrometheusFigures prometheus, InstancesFigures instances) {
        return prometheus
                .summary()
                .onFailure()
                .invoke(failure -> LOG.debugf("the instances are asked: %s", failure.getMessage()))
                .onFailure()
                .recoverWithUni(instances::summary);
    }
}
