package io.brigade.payments.bill;

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

/** orders-service, asked on behalf of whoever takes the money. */
@RegisterRestClient(configKey = "orders")
@Path("/api/orders")
interface OrdersClient {

    /** The order as it is now; fails with {@link OrderNotFound} for an unknown one. */
    @GET
    @Path("/{order_id}")
    @Timeout(2_000)
    @Retry(
            maxRetries = 1,
            delay = 50,
            retryOn = {IOException.class, TimeoutException.class})
    @CircuitBreakerName("orders")
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2_000, skipOn = OrderNotFound.class)
    Uni<BilledOrder> order(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("order_id") long orderId);

    /** Tells an order that does not exist from a service that does not answer. */
    @ClientExceptionMapper
    static RuntimeException failure(Response answer) {
        return answer.getStatus() == 404 ? new OrderNotFound() : new WebApplicationException(answer);
    }

    /** There is no such order in the caller's restaurant. */
    final class OrderNotFound extends RuntimeException {
        OrderNotFound() {
            super("no such order", null, false, false);
        }
    }
}
