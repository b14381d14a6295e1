package io.brigade.payments.erp;

import io.brigade.platform.health.InstanceData;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells how the ERP is. It never fails the check: the restaurant goes on without it. */
@Wellness
@ApplicationScoped
class ErpCheck implements HealthCheck {

    private final ErpWatch erp;
    private final CircuitBreakerMaintenance breakers;
    private final InstanceData instance;

    @Inject
    ErpCheck(ErpWatch erp, CircuitBreakerMaintenance breakers, InstanceData instance) {
        this.erp = erp;
        this.breakers = breakers;
        this.instance = instance;
    }

    @Override
    public HealthCheckResponse call() {
        return instance.on(HealthCheckResponse.named("erp").up())
                .withData("state", erp.state())
                .withData("circuit_breaker", breakers.currentState("erp").name())
                .build();
    }
}
