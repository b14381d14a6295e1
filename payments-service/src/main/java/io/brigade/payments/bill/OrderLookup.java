package io.brigade.payments.bill;

import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Finds out what an order owes right now. */
@ApplicationScoped
public class OrderLookup {

    private static final StepLog LOG = StepLog.of(OrderLookup.class);

    private final OrdersClient orders;

    @Inject
    OrderLookup(@RestClient OrdersClient orders) {
        this.orders = orders;
    }

    /** The order as it is now; 404 for an unknown one, 503 when orders-service does not answer. */
    public Uni<BilledOrder> order(String bearer, long orderId) {
        return orders.order(bearer, orderId)
                .onFailure(OrdersClient.OrderNotFound.class)
                .transform(_ -> ProblemException.notFound("order", orderId))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> {
                    LOG.warn("orders-service does not answer")
                            .with("order_id", orderId)
                            .with("reason", failure)
                            .write();
                    return ProblemException.of(
                                    CommonProblem.DEPENDENCY_UNAVAILABLE,
                                    "The order can't be read just now; nothing was charged, try again.")
                            .retryAfter(Duration.ofSeconds(1));
                });
    }
}
