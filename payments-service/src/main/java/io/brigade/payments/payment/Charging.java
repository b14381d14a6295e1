package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.book.Seller;
import io.brigade.payments.closing.BusinessDays;
import io.brigade.payments.terminal.CardTerminal;
import io.brigade.payments.terminal.CardTerminal.Charge;
import io.brigade.payments.terminal.CardTerminal.Outcome;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;

/** Has a terminal charge cards. What it does not answer for stays unknown, and keeps its part of the bill, until it is asked again. */
@ApplicationScoped
class Charging {

    private static final StepLog LOG = StepLog.of(Charging.class);
    private static final long LOOK_EVERY_MS = 30_000;

    private final CardTerminal terminal;
    private final BillStore bills;
    private final PaymentStore payments;
    private final BusinessDays days;
    private final Capturing capturing;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final Pool pool;
    private final Duration patience;

    @Inject
    Charging(
            CardTerminal terminal,
            BillStore bills,
            PaymentStore payments,
            BusinessDays days,
            Capturing capturing,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Answers answers,
            Pool pool,
            TerminalConfig config) {
        this.terminal = terminal;
        this.bills = bills;
        this.payments = payments;
        this.days = days;
        this.capturing = capturing;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
        this.pool = pool;
        this.patience = config.terminalPatience();
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                LOOK_EVERY_MS, _ -> payments.giveUpForgotten(pool).subscribe().with(given -> {}, failure -> LOG.warn(
                                "payments without an answer were not looked at")
                        .with("reason", failure)
                        .write()));
    }

    /**
     * Answers 201 with what became of it.
     *
     * @param begunNow false: the same request began it before, and asks again
     */
    Uni<Answer> charge(WriteRequest write, Payment payment, boolean begunNow, Seller seller) {
        if (begunNow) {
            return decide(write, payment, seller, terminal::charge, answers::created);
        }
        if (payment.state() == PaymentState.INITIATED && !isOld(payment)) {
            throw ProblemException.of(CommonProblem.REQUEST_IN_PROGRESS, "The terminal is being asked.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        return decide(write, payment, seller, terminal::inquire, answers::created);
    }

    /** Asks the terminal again; answers 200 with the payment as it is then. */
    Uni<Answer> inquire(WriteRequest write, Payment payment, Seller seller) {
        requireUndecided(payment);
        return decide(write, payment, seller, terminal::inquire, answers::ok);
    }

    /** Has the terminal cancel it; answers 200 with the payment as it is then: captured when it was too late. */
    Uni<Answer> cancel(WriteRequest write, Payment payment, Seller seller) {
        requireUndecided(payment);
        return decide(write, payment, seller, terminal::cancel, answers::ok);
    }

    /** Takes a manager's word for what the terminal did; answers 200 with the payment. */
    Uni<Answer> resolve(WriteRequest write, Payment payment, Seller seller, CardTerminal.Result result) {
        requireUndecided(payment);
        return decide(write, payment, seller, _ -> Uni.createFrom().item(new Outcome(result, null)), answers::ok);
    }

    private static void requireUndecided(Payment payment) {
        if (!payment.state().isUndecided()) {
            throw ProblemException.of(PaymentsProblem.PAYMENT_STATE_CONFLICT, "It is decided: " + payment.state() + ".")
                    .withCurrent(payment);
        }
    }

    private boolean isOld(Payment payment) {
        return payment.paidAt().isBefore(Now.utc().minus(patience));
    }

    private Uni<Answer> decide(
            WriteRequest write,
            Payment payment,
            Seller seller,
            Function<Charge, Uni<Outcome>> ask,
            Function<Object, Answer> answer) {
        return Uni.createFrom()
                .deferred(() -> ask.apply(charge(payment)))
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warn("the card terminal does not answer")
                        .with("payment_id", payment.paymentId())
                        .with("reason", failure)
                        .write())
                .onFailure()
                .recoverWithItem(Outcome.UNKNOWN)
                .chain(outcome -> transactions.run(transaction -> bills.lockKnown(
                                transaction.connection(), payment.restaurantId(), payment.orderId())
                        .chain(bill -> idempotency.once(
                                write, transaction, () -> note(transaction, bill, payment, outcome, seller)
                                        .map(answer)))));
    }

    private static Charge charge(Payment payment) {
        return new Charge(
                payment.paymentId(), payment.amountCents() + payment.tipCents(), payment.currency(), payment.till());
    }

    /** Somebody else may have asked meanwhile: what is decided stays. */
    private Uni<Payment> note(Transaction transaction, Bill bill, Payment asked, Outcome outcome, Seller seller) {
        return payments.find(transaction.connection(), asked.restaurantId(), asked.paymentId())
                .chain(payment -> payment.state().isUndecided()
                        ? note(transaction, bill, payment, state(outcome), outcome, seller)
                        : Uni.createFrom().item(payment));
    }

    private static PaymentState state(Outcome outcome) {
        return switch (outcome.result()) {
            case APPROVED -> PaymentState.CAPTURED;
            case DECLINED -> PaymentState.DECLINED;
            case CANCELLED -> PaymentState.CANCELLED;
            case UNKNOWN -> PaymentState.UNKNOWN;
        };
    }

    private Uni<Payment> note(
            Transaction transaction, Bill bill, Payment payment, PaymentState state, Outcome outcome, Seller seller) {
        Uni<Payment> decided = days.open(transaction, payment.restaurantId(), payment.businessDate())
                .chain(day -> payments.decide(
                        transaction.connection(), payment.paymentId(), state, outcome, day, bill.leftCents()));
        if (state == PaymentState.CAPTURED) {
            return decided.call(captured -> capturing.book(transaction, captured, payment.amountCents(), seller, null));
        }
        return state.isOver()
                ? decided.call(() -> bills.release(transaction.connection(), payment.orderId(), payment.amountCents()))
                : decided;
    }
}
