package io.brigade.orders.staff;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** staff-service, asked on behalf of whoever is signed in. */
@RegisterRestClient(configKey = "staff")
@Path("/api/staff/colleagues")
interface StaffClient {

    /** Somebody active in the caller's restaurant; fails with {@link NoColleague} when there is nobody of that id. */
    @GET
    @Path("/{staff_id}")
    @Timeout(2_000)
    @Retry(
            maxRetries = 1,
            delay = 50,
            retryOn = {IOException.class, TimeoutException.class})
    @CircuitBreakerName("staff")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2_000, skipOn = NoColleague.class)
    Uni<Colleague> colleague(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("staff_id") long staffId);

    /** Tells somebody who is not there from a service that does not answer. */
    @ClientExceptionMapper
    static RuntimeException failure(Response answer) {
        return answer.getStatus() == 404 ? new NoColleague() : new WebApplicationException(answer);
    }

    /** There is nobody of that id in the caller's restaurant. */
    final class NoColleague extends RuntimeException {
        NoColleague() {
            super("no such colleague", null, false, false);
        }
    }
}
