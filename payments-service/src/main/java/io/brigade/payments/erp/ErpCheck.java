package io.brigade.payments.erp;

import io.brigade.platform.health.InstanceData;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Tells how the ERP is: {@code up}, {@code degraded} or {@code not configured}. It never fails the check: the restaurant
 * goes on without it.
 */
@Wellness
@ApplicationScoped
class ErpCheck implements AsyncHealthCheck {

    private final Instance<ErpClient> erp;
    private final CircuitBreakerMaintenance breakers;
    private final boolean configured;
    private final InstanceData instance;

    @Inject
    ErpCheck(
            @RestClient Instance<ErpClient> erp,
            CircuitBreakerMaintenance breakers,
            InstanceData instance,
            @ConfigProperty(name = "brigade.erp.url") Optional<String> url) {
        this.erp = erp;
        this.breakers = breakers;
        this.instance = instance;
        this.configured = url.isPresent();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return configured
                ? erp.get()
                        .reach()
                        .map(_ -> "up")
                        .onFailure(ErpClient.Refused.class)
                        .recoverWithItem("up")
                        .onFailure()
                        .recoverWithItem("degraded")
                        .map(this::report)
                : Uni.createFrom().item(report("not configured"));
    }

    private HealthCheckResponse report(String state) {
        return instance.on(HealthCheckResponse.named("erp").up())
                .withData("state", state)
                .withData("circuit_breaker", breakers.currentState("erp").name())
                .build();
    }
}
