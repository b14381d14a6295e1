package io.brigade.payments.seller;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** staff-service, asked on behalf of whoever takes the money. */
@RegisterRestClient(configKey = "staff")
@Path("/api/restaurants")
interface StaffClient {

    /** The restaurant as it is now. */
    @GET
    @Path("/{restaurant_id}")
    @Timeout(2_000)
    @Retry(
            maxRetries = 1,
            delay = 50,
            retryOn = {IOException.class, TimeoutException.class})
    @CircuitBreakerName("staff")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2_000)
    Uni<Restaurant> restaurant(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("restaurant_id") long restaurantId);

    /** All that the caller oversees, their own among them. */
    @GET
    @Timeout(2_000)
    @Retry(
            maxRetries = 1,
            delay = 50,
            retryOn = {IOException.class, TimeoutException.class})
    @CircuitBreakerName("staff-restaurants")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2_000)
    Uni<Page> restaurants(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

    /** As many as the limit says. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Restaurants.Overseen> data) {}

    /** The few fields of staff-service's restaurant that tickets need. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Restaurant(String name, String legalName, String siret, String address) {}
}
