package io.brigade.orders.order;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.security.ApprovalAction;
import io.brigade.platform.security.ManagersApproval;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Ends orders: cancelled, or closed once nothing is owed. */
@ApplicationScoped
class OrderEnding {

    private static final StepLog LOG = StepLog.of(OrderEnding.class);

    private final OrderStore orders;
    private final OrderChanging changing;
    private final ManagersApproval approval;
    private final Answers answers;

    @Inject
    OrderEnding(OrderStore orders, OrderChanging changing, ManagersApproval approval, Answers answers) {
        this.orders = orders;
        this.changing = changing;
        this.approval = approval;
        this.answers = answers;
    }

    /** Voids everything and ends the order; once the kitchen had any of it, it takes an approval. */
    Uni<Answer> cancel(WriteRequest write, long orderId, CancelRequest request) {
        return changing.once(
                write,
                orderId,
                (transaction, order) -> approver(transaction, write, order, request)
                        .map(approver -> new OrderChange(
                                OrderAction.CANCELLED,
                                order,
                                order.cancel(request.reason(), Now.utc()),
                                Person.of(write.caller()),
                                approver.orElse(null),
                                request.reason())),
                order -> answers.ok(OrderView.of(order)));
    }

    private Uni<Optional<Person>> approver(
            Transaction transaction, WriteRequest write, Order order, CancelRequest request) {
        order.requireOpen();
        order.requireUnpaid();
        return order.wasSent()
                ? approval.of(
                                transaction,
                                write.caller(),
                                order.orderId(),
                                ApprovalAction.CANCEL,
                                request.approvalToken())
                        .map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    /** Closes an order on which nothing is owed: everything is on the house, or was paid before it became cheaper. */
    Uni<Answer> close(WriteRequest write, long orderId) {
        return changing.once(
                write,
                orderId,
                (_, order) -> Uni.createFrom()
                        .item(OrderChange.of(
                                OrderAction.CLOSED, order, order.close(Now.utc()), Person.of(write.caller()))),
                order -> answers.ok(OrderView.of(order)));
    }

    /** Closes the order if the settled amount is its current total. */
    Uni<Void> settle(Transaction transaction, long restaurantId, long orderId, long settledCents) {
        return orders.lock(transaction.connection(), restaurantId, List.of(orderId))
                .chain(found -> found.isEmpty()
                        ? nothingThere(orderId, settledCents)
                        : changing.writeAll(transaction, List.of(settled(found.getFirst(), settledCents))));
    }

    /** Notes what was paid, so that what is paid for is neither merged away nor cancelled. */
    Uni<Void> paid(Transaction transaction, long restaurantId, long orderId, long paidCents) {
        return OrderStore.addPaid(transaction.connection(), restaurantId, orderId, paidCents);
    }

    private static OrderChange settled(Order order, long settledCents) {
        return OrderChange.of(OrderAction.CLOSED, order, order.settle(settledCents, Now.utc()), null);
    }

    /** An order that does not exist is left to the logs. */
    private static Uni<Void> nothingThere(long orderId, long settledCents) {
        LOG.error("a bill was settled for no order")
                .with("order_id", orderId)
                .with("amount_cents", settledCents)
                .write();
        return Uni.createFrom().voidItem();
    }
}
