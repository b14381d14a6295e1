package io.brigade.payments.erp;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The ERP of whoever runs the restaurant, behind a circuit breaker: nothing in the house waits for it. */
@RegisterRestClient(configKey = "erp")
interface ErpClient {

    /** Asks whether anybody answers there; fails when nobody does or the answer is a server's error. */
    @HEAD
    @Timeout(2_000)
    @CircuitBreakerName("erp")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 10_000, skipOn = ErpClient.Refused.class)
    Uni<RestResponse<Void>> reach();

    /** Tells a server that does not like the question from one that is in trouble. */
    @ClientExceptionMapper
    static RuntimeException failure(Response answer) {
        return answer.getStatus() < 500 ? new Refused() : new WebApplicationException(answer);
    }

    /** Somebody is there, even if not willing. */
    final class Refused extends RuntimeException {
        Refused() {
            super("refused", null, false, false);
        }
    }
}
