package io.brigade.payments.erp;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Every request to the ERP goes through here: none lasts, and while the ERP is in trouble none is made. */
@ApplicationScoped
class ErpGuard {

    /** The answer; fails at once while the circuit breaker is open. What the ERP refuses is no trouble of its own. */
    @Timeout(5_000)
    @CircuitBreakerName("erp")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 10_000, skipOn = ErpRefused.class)
    <T> Uni<T> call(Supplier<Uni<T>> request) {
        return request.get();
    }
}
