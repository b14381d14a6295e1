package io.brigade.staff.ops;

import io.brigade.platform.log.StepLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The summary from Prometheus when there is one that answers, else from the instances themselves. */
@ApplicationScoped
class OpsService {

    private static final StepLog LOG = StepLog.of(OpsService.class);

    private final PrometheusFigures prometheus;
    private final InstancesFigures instances;

    @Inject
    OpsService(PrometheusFigures prometheus, InstancesFigures instances) {
        this.prometheus = prometheus;
        this.instances = instances;
    }

    Uni<OpsSummary> summary() {
        return prometheus.areConfigured()
                ? prometheus
                        .summary()
                        .onFailure()
                        .invoke(failure -> LOG.warn("Prometheus does not answer")
                                .with("reason", failure)
                                .write())
                        .onFailure()
                        .recoverWithUni(instances::summary)
                : instances.summary();
    }
}
