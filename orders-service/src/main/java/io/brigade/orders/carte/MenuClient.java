package io.brigade.orders.carte;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** menu-service, asked on behalf of whoever is ordering. */
@RegisterRestClient(configKey = "menu")
@Path("/api/menu")
interface MenuClient {

    /** The carte of the bearer's restaurant, or 304 when the tag is still its tag. */
    @GET
    @Timeout(2_000)
    @Retry(
            maxRetries = 1,
            delay = 50,
            retryOn = {IOException.class, TimeoutException.class})
    @CircuitBreakerName("menu")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2_000)
    Uni<RestResponse<Carte>> carte(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch);
}
