package io.brigade.orders.order;

import io.brigade.platform.log.StepLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says and counts what was done to orders, once it has committed. */
@ApplicationScoped
class OrderLog {

    private static final StepLog LOG = StepLog.of(OrderLog.class);

    private final OrderMeters meters;

    @Inject
    OrderLog(OrderMeters meters) {
        this.meters = meters;
    }

    /** An order was placed. */
    void placed(Order order) {
        meters.created(order.head().serviceMode());
        step("order placed", order).with("amount_cents", order.totalCents()).write();
    }

    /** An order was changed, or came out of another one. */
    void changed(OrderChange change) {
        Order after = change.after();
        switch (change.action()) {
            case CLOSED -> {
                meters.completed(after.head().serviceMode());
                step("order closed", after)
                        .with("amount_cents", after.totalCents())
                        .write();
            }
            case CANCELLED -> {
                meters.cancelled(after.head().serviceMode());
                step("order cancelled", after).with("reason", change.reason()).write();
            }
            default -> step(change.action().inWords(), after).write();
        }
    }

    private static StepLog.Step step(String message, Order order) {
        return LOG.info(message)
                .with("order_id", order.orderId())
                .with("table_id", order.head().tableId());
    }
}
