package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.BilledOrder;
import io.brigade.payments.bill.OrderLookup;
import io.brigade.payments.book.Seller;
import io.brigade.payments.cash.CashMovement;
import io.brigade.payments.cash.CashSession;
import io.brigade.payments.cash.Drawers;
import io.brigade.payments.closing.BusinessDays;
import io.brigade.payments.seller.Sellers;
import io.brigade.payments.ticket.Tickets;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.ApprovalAction;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.ManagersApproval;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Gives money back, the way it came. What was paid too much is only put right; what is given back of a settled bill is a
 * credit, with a ticket of its own.
 */
@ApplicationScoped
class RefundService {

    private static final StepLog LOG = StepLog.of(RefundService.class);

    private final PaymentService service;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final OrderLookup orders;
    private final BillStore bills;
    private final Sellers sellers;
    private final ManagersApproval approval;
    private final Drawers drawers;
    private final BusinessDays days;
    private final Tickets tickets;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Outbox outbox;
    private final Answers answers;
    private final Pool pool;

    @Inject
    RefundService(
            PaymentService service,
            PaymentStore payments,
            RefundStore refunds,
            OrderLookup orders,
            BillStore bills,
            Sellers sellers,
            ManagersApproval approval,
            Drawers drawers,
            BusinessDays days,
            Tickets tickets,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Outbox outbox,
            Answers answers,
            Pool pool) {
        this.service = service;
        this.payments = payments;
        this.refunds = refunds;
        this.orders = orders;
        this.bills = bills;
        this.sellers = sellers;
        this.approval = approval;
        this.drawers = drawers;
        this.days = days;
        this.tickets = tickets;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
        this.pool = pool;
    }

    /** Answers 201 with the refund. */
    Uni<Answer> give(WriteRequest write, String bearer, long paymentId, NewRefund request) {
        return pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : sellers.of(write.caller(), bearer)
                                .chain(seller -> service.get(write.caller().restaurantId(), paymentId)
                                        .chain(payment -> newestOrder(bearer, payment.orderId())
                                                .chain(order -> give(write, payment, order, request, seller)))));
    }

    /** Money goes back while orders-service is away, too: then as of what is known of the order here. */
    private Uni<Optional<BilledOrder>> newestOrder(String bearer, long orderId) {
        return orders.order(bearer, orderId).map(Optional::of).onFailure().recoverWithItem(Optional.empty());
    }

    private Uni<Bill> locked(Transaction transaction, Payment payment, Optional<BilledOrder> order) {
        SqlConnection connection = transaction.connection();
        return order.map(newest -> bills.lock(connection, payment.restaurantId(), newest))
                .orElseGet(() -> bills.lockKnown(connection, payment.restaurantId(), payment.orderId()));
    }

    private Uni<Answer> give(
            WriteRequest write, Payment found, Optional<BilledOrder> order, NewRefund request, Seller seller) {
        return transactions.run(transaction -> locked(transaction, found, order)
                .chain(bill -> idempotency.once(write, transaction, () -> payments.find(
                                transaction.connection(), found.restaurantId(), found.paymentId())
                        .invoke(payment -> requireRefundable(payment, bill, request))
                        .chain(payment -> approved(transaction, write.caller(), bill, payment, request, seller))
                        .map(answers::created))));
    }

    private static void requireRefundable(Payment payment, Bill bill, NewRefund request) {
        if (payment.state() != PaymentState.CAPTURED) {
            throw ProblemException.of(PaymentsProblem.PAYMENT_STATE_CONFLICT, "It is " + payment.state() + ".")
                    .withCurrent(payment);
        }
        long most = bill.toGiveBackCents() > 0
                ? Math.min(payment.refundableCents(), bill.toGiveBackCents())
                : payment.refundableCents();
        if (request.amountCents() > most) {
            throw ProblemException.of(
                    PaymentsProblem.REFUND_TOO_MUCH, "Give back at most " + most + " cents of it now.");
        }
    }

    private Uni<Refund> approved(
            Transaction transaction, Caller caller, Bill bill, Payment payment, NewRefund request, Seller seller) {
        OffsetDateTime now = Now.utc();
        return approval.of(transaction, caller, bill.orderId(), ApprovalAction.REFUND, request.approvalToken())
                .chain(approver -> days.open(transaction, caller.restaurantId(), caller.businessDate(now.toInstant()))
                        .chain(day -> drawer(transaction, caller, payment, request)
                                .chain(drawer -> payments.nextId(transaction.connection())
                                        .map(id ->
                                                refund(id, bill, payment, request, caller, approver, drawer, day, now))
                                        .call(refund -> book(transaction, bill, refund, drawer, seller, request)))));
    }

    private Uni<Optional<CashSession>> drawer(
            Transaction transaction, Caller caller, Payment payment, NewRefund request) {
        return payment.method() == PaymentMethod.CASH
                ? drawers.open(transaction, caller, request.till()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static Refund refund(
            long refundId,
            Bill bill,
            Payment payment,
            NewRefund request,
            Caller caller,
            Person approver,
            Optional<CashSession> drawer,
            LocalDate day,
            OffsetDateTime now) {
        boolean credit = bill.isSquare() && !bill.isTicketDue();
        return new Refund(
                refundId,
                payment.paymentId(),
                bill.restaurantId(),
                bill.orderId(),
                payment.method(),
                request.amountCents(),
                credit ? request.amountCents() : 0,
                bill.currency(),
                request.reason(),
                drawer.map(CashSession::sessionId).orElse(null),
                Person.of(caller),
                approver,
                day,
                now);
    }

    private Uni<Void> book(
            Transaction transaction,
            Bill bill,
            Refund refund,
            Optional<CashSession> drawer,
            Seller seller,
            NewRefund request) {
        Tickets.Issue issue =
                new Tickets.Issue(seller, refund.cashier(), request.till(), refund.businessDate(), refund.refundedAt());
        transaction.afterCommit(() -> LOG.info("payment refunded")
                .with("order_id", refund.orderId())
                .with("payment_id", refund.paymentId())
                .with("amount_cents", refund.amountCents())
                .with("approver_id", refund.approvedBy().staffId())
                .write());
        return refunds.insert(transaction.connection(), refund)
                .chain(() -> payments.addRefunded(transaction.connection(), refund.paymentId(), refund.amountCents()))
                .chain(() -> bills.giveBack(
                        transaction.connection(), refund.orderId(), refund.amountCents(), refund.creditedCents()))
                .call(() -> outOfDrawer(transaction, refund, drawer))
                .invoke(after -> book(transaction, refund, bill, after, issue))
                .chain(() -> outbox.append(
                        transaction, new Event("payment.refunded", refund.restaurantId(), Capturing.TOPICS, refund)));
    }

    private void book(Transaction transaction, Refund refund, Bill before, Bill after, Tickets.Issue issue) {
        if (refund.creditedCents() > 0) {
            tickets.bookCredit(transaction, refund.taking(), before, refund.creditedCents(), refund.reason(), issue);
        } else {
            tickets.book(transaction, refund.taking(), after, issue);
        }
    }

    private Uni<Void> outOfDrawer(Transaction transaction, Refund refund, Optional<CashSession> drawer) {
        return drawer.map(session -> drawers.move(
                        transaction,
                        session,
                        CashMovement.Kind.REFUND,
                        -refund.amountCents(),
                        refund.refundId(),
                        refund.cashier(),
                        refund.refundedAt()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
