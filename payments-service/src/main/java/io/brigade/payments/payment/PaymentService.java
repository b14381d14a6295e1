package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.BilledOrder;
import io.brigade.payments.bill.OrderLookup;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Takes payments. The bill's row is locked while one is taken, so that ten tills at once never take too much. */
@ApplicationScoped
class PaymentService {

    private static final StepLog LOG = StepLog.of(PaymentService.class);
    private static final Set<String> TOPICS = Set.of("bills", "floor");

    private final OrderLookup orders;
    private final BillStore bills;
    private final PaymentStore payments;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Outbox outbox;
    private final Answers answers;
    private final Pool pool;
    private final PaymentMeters meters;

    @Inject
    PaymentService(
            OrderLookup orders,
            BillStore bills,
            PaymentStore payments,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Outbox outbox,
            Answers answers,
            Pool pool,
            PaymentMeters meters) {
        this.orders = orders;
        this.bills = bills;
        this.payments = payments;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
        this.pool = pool;
        this.meters = meters;
    }

    /** {@code bill.settled}: everything the order owed at this version is paid. */
    private record BillSettled(long orderId, long orderVersion, long totalCents) {}

    /** Answers 201 with the payment, which then exists exactly once. A replay asks no other service. */
    Uni<Answer> take(WriteRequest write, String bearer, NewPayment request) {
        return pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : orders.order(bearer, request.orderId()).chain(order -> take(write, request, order)));
    }

    private Uni<Answer> take(WriteRequest write, NewPayment request, BilledOrder order) {
        if (order.status().equals("CANCELLED")) {
            throw ProblemException.of(PaymentsProblem.ORDER_CANCELLED, "Nothing is owed for it.");
        }
        return transactions.run(transaction -> bills.lock(
                        transaction.connection(), write.caller().restaurantId(), order)
                .chain(bill -> idempotency.once(write, transaction, () -> capture(transaction, write, request, bill))));
    }

    private Uni<Answer> capture(Transaction transaction, WriteRequest write, NewPayment request, Bill bill) {
        SqlConnection connection = transaction.connection();
        return payments.nextId(connection)
                .map(id -> Payment.take(id, bill, request, write.caller(), now()))
                .call(payment -> payments.insert(connection, payment))
                .call(payment -> bills.addPaid(connection, bill.orderId(), payment.amountCents()))
                .call(payment -> tell(transaction, bill, payment))
                .invoke(payment -> transaction.afterCommit(() -> captured(payment)))
                .map(answers::created);
    }

    private void captured(Payment payment) {
        meters.captured(payment.method(), payment.amountCents());
        step("payment captured", payment)
                .with("payment_id", payment.paymentId())
                .with("method", payment.method())
                .write();
        if (payment.leftCents() == 0) {
            step("bill settled", payment).write();
        }
    }

    private static StepLog.Step step(String message, Payment payment) {
        return LOG.info(message).with("order_id", payment.orderId()).with("amount_cents", payment.amountCents());
    }

    private Uni<Void> tell(Transaction transaction, Bill bill, Payment payment) {
        Event captured = new Event("payment.captured", bill.restaurantId(), TOPICS, payment);
        Event settled = new Event(
                "bill.settled",
                bill.restaurantId(),
                TOPICS,
                new BillSettled(bill.orderId(), bill.orderVersion(), bill.totalCents()));
        return outbox.append(transaction, captured)
                .chain(() -> payment.leftCents() == 0
                        ? outbox.append(transaction, settled)
                        : Uni.createFrom().voidItem());
    }

    /** PostgreSQL keeps microseconds: what is answered is what is stored. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
