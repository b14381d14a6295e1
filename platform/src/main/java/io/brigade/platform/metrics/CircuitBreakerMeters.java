package io.brigade.platform.metrics;

import io.brigade.platform.config.ServiceConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Shows the state of the service's named circuit breakers as {@code circuit_breaker_state}. */
@ApplicationScoped
class CircuitBreakerMeters {

    private final List<String> names;

    @Inject
    CircuitBreakerMeters(ServiceConfig config) {
        this.names = config.circuitBreakers().orElse(List.of());
    }

    void register(@Observes StartupEvent starting, MeterRegistry registry) {
        names.forEach(name -> Gauge.builder("circuit.breaker.state", () -> state(name))
                .description("0 closed, 1 half-open, 2 open")
                .tag("name", name)
                .register(registry));
    }

    /** Asked for anew each time: in development a meter outlives the application that registered it. */
    private static int state(String name) {
        return switch (CircuitBreakerMaintenance.get().currentState(name)) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
