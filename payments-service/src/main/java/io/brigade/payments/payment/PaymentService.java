package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.BilledOrder;
import io.brigade.payments.bill.OrderLookup;
import io.brigade.payments.book.Seller;
import io.brigade.payments.cash.CashSession;
import io.brigade.payments.cash.Drawers;
import io.brigade.payments.closing.BusinessDays;
import io.brigade.payments.seller.Sellers;
import io.brigade.payments.terminal.CardTerminal;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes payments. The bill's row is locked while one is taken, so that ten tills at once never take too much. */
@ApplicationScoped
class PaymentService {

    private final OrderLookup orders;
    private final Sellers sellers;
    private final BillStore bills;
    private final PaymentStore payments;
    private final Map<PaymentMethod, MethodRule> rules;
    private final Drawers drawers;
    private final BusinessDays days;
    private final Capturing capturing;
    private final Charging charging;
    private final CardTerminal terminal;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final Pool pool;

    @Inject
    PaymentService(
            OrderLookup orders,
            Sellers sellers,
            BillStore bills,
            PaymentStore payments,
            @All List<MethodRule> rules,
            Drawers drawers,
            BusinessDays days,
            Capturing capturing,
            Charging charging,
            CardTerminal terminal,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Answers answers,
            Pool pool) {
        this.orders = orders;
        this.sellers = sellers;
        this.bills = bills;
        this.payments = payments;
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(MethodRule::method, Function.identity()));
        this.drawers = drawers;
        this.days = days;
        this.capturing = capturing;
        this.charging = charging;
        this.terminal = terminal;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
        this.pool = pool;
    }

    Uni<Payment> get(long restaurantId, long paymentId) {
        return payments.find(pool, restaurantId, paymentId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("payment", paymentId));
    }

    /** Answers 201 with the payment, which then exists exactly once. A replay asks no other service. */
    Uni<Answer> take(WriteRequest write, String bearer, NewPayment request) {
        request.check();
        return pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : sellers.of(write.caller(), bearer).chain(seller -> orders.order(bearer, request.orderId())
                                .chain(order -> take(write, request, order, seller))));
    }

    private Uni<Answer> take(WriteRequest write, NewPayment request, BilledOrder order, Seller seller) {
        if (order.status().equals("CANCELLED")) {
            throw ProblemException.of(PaymentsProblem.ORDER_CANCELLED, "Nothing is owed for it.");
        }
        return request.method() == PaymentMethod.CARD && terminal.isAttached()
                ? begin(write, request, order)
                        .chain(begun -> charging.charge(write, begun.payment(), begun.now(), seller))
                : takeAtOnce(write, request, order, seller);
    }

    private Uni<Answer> takeAtOnce(WriteRequest write, NewPayment request, BilledOrder order, Seller seller) {
        return transactions.run(transaction -> locked(transaction, write.caller(), order)
                .chain(bill -> idempotency.once(write, transaction, () -> drawer(transaction, write.caller(), request)
                        .chain(drawer -> prepare(
                                        transaction,
                                        write.caller(),
                                        bill,
                                        request,
                                        PaymentState.CAPTURED,
                                        drawer.map(CashSession::sessionId))
                                .call(payment -> Uni.combine()
                                        .all()
                                        .unis(
                                                payments.insert(transaction.connection(), payment, null),
                                                capturing.book(transaction, payment, 0, seller, drawer.orElse(null)))
                                        .discardItems()))
                        .map(answers::created))));
    }

    /** Keeps the amount and notes the payment, before a terminal is asked: whatever dies, it is known that it was. */
    private Uni<Begun> begin(WriteRequest write, NewPayment request, BilledOrder order) {
        String key = String.valueOf(write.key());
        return transactions.run(
                transaction -> locked(transaction, write.caller(), order).chain(bill -> payments.byKey(
                                transaction.connection(),
                                write.caller().restaurantId(),
                                write.caller().staffId(),
                                key)
                        .chain(begun -> begun != null
                                ? Uni.createFrom().item(new Begun(begun, false))
                                : prepare(
                                                transaction,
                                                write.caller(),
                                                bill,
                                                request,
                                                PaymentState.INITIATED,
                                                Optional.empty())
                                        .call(payment -> payments.insert(transaction.connection(), payment, key))
                                        .call(payment -> bills.reserve(
                                                transaction.connection(), payment.orderId(), payment.amountCents()))
                                        .map(payment -> new Begun(payment, true)))));
    }

    /** A payment that a terminal is to be asked for, begun by this request or by the same one before. */
    private record Begun(Payment payment, boolean now) {}

    /** Asks the terminal what became of a payment. */
    Uni<Answer> inquire(WriteRequest write, String bearer, long paymentId) {
        return undecided(write, bearer, paymentId, (payment, seller) -> charging.inquire(write, payment, seller));
    }

    /** Has the terminal cancel a payment. */
    Uni<Answer> cancel(WriteRequest write, String bearer, long paymentId) {
        return undecided(write, bearer, paymentId, (payment, seller) -> charging.cancel(write, payment, seller));
    }

    /** Takes a manager's word for what a terminal did that is never going to answer. */
    Uni<Answer> resolve(WriteRequest write, String bearer, long paymentId, Resolution resolution) {
        return undecided(
                write,
                bearer,
                paymentId,
                (payment, seller) -> charging.resolve(write, payment, seller, resolution.result()));
    }

    private Uni<Answer> undecided(
            WriteRequest write, String bearer, long paymentId, BiFunction<Payment, Seller, Uni<Answer>> act) {
        return pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : sellers.of(write.caller(), bearer)
                                .chain(seller -> get(write.caller().restaurantId(), paymentId)
                                        .chain(payment -> act.apply(payment, seller))));
    }

    private Uni<Bill> locked(Transaction transaction, Caller caller, BilledOrder order) {
        return bills.lock(transaction.connection(), caller.restaurantId(), order);
    }

    private Uni<Optional<CashSession>> drawer(Transaction transaction, Caller caller, NewPayment request) {
        return request.method() == PaymentMethod.CASH
                ? drawers.open(transaction, caller, request.till()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Payment> prepare(
            Transaction transaction,
            Caller caller,
            Bill bill,
            NewPayment request,
            PaymentState state,
            Optional<Long> drawer) {
        OffsetDateTime now = Now.utc();
        return Uni.combine()
                .all()
                .unis(
                        days.open(transaction, caller.restaurantId(), caller.businessDate(now.toInstant())),
                        payments.ofOrder(transaction.connection(), bill.restaurantId(), bill.orderId()),
                        payments.nextId(transaction.connection()))
                .withUni((day, others, id) -> check(transaction, bill, request, others, day)
                        .map(_ -> Payment.of(id, bill, request, caller, state, drawer.orElse(null), day, now)));
    }

    private Uni<Void> check(
            Transaction transaction, Bill bill, NewPayment request, List<Payment> others, LocalDate day) {
        PaymentRules.requireAnswered(request, others);
        PaymentRules.requireItems(bill, request, others);
        MethodRule rule = rules.get(request.method());
        return rule == null ? Uni.createFrom().voidItem() : rule.check(transaction, bill, request, others, day);
    }
}
