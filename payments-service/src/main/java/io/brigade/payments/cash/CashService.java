package io.brigade.payments.cash;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.closing.BusinessDays;
import io.brigade.payments.fiscal.Journal;
import io.brigade.payments.fiscal.Kind;
import io.brigade.payments.fiscal.NewEntry;
import io.brigade.payments.payment.Now;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.ApprovalAction;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.ManagersApproval;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens drawers, moves money in and out of them, and has them counted. */
@ApplicationScoped
class CashService {

    private static final StepLog LOG = StepLog.of(CashService.class);

    private final CashStore store;
    private final BusinessDays days;
    private final Journal journal;
    private final ManagersApproval approval;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Outbox outbox;
    private final Answers answers;
    private final Pool pool;

    @Inject
    CashService(
            CashStore store,
            BusinessDays days,
            Journal journal,
            ManagersApproval approval,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Outbox outbox,
            Answers answers,
            Pool pool) {
        this.store = store;
        this.days = days;
        this.journal = journal;
        this.approval = approval;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
        this.pool = pool;
    }

    /** Answers 201 with the session; 409 with the open one when the till has one. */
    Uni<Answer> open(WriteRequest write, OpenDrawer request) {
        OffsetDateTime now = Now.utc();
        Caller caller = write.caller();
        return once(write, transaction -> days.open(
                        transaction, caller.restaurantId(), caller.businessDate(now.toInstant()))
                .map(day -> new CashSession(
                        0,
                        caller.restaurantId(),
                        request.till(),
                        caller.currency(),
                        day,
                        now,
                        Person.of(caller),
                        request.floatCents(),
                        request.floatCents(),
                        null,
                        null,
                        null,
                        null,
                        null))
                .chain(wanted -> store.open(transaction.connection(), wanted)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> refuseSecond(transaction, wanted)))
                .call(session -> tell(transaction, "drawer opened", write, session.till(), session, now))
                .map(answers::created));
    }

    private Uni<CashSession> refuseSecond(Transaction transaction, CashSession wanted) {
        return store.openAt(transaction.connection(), wanted.restaurantId(), wanted.till())
                .map(open -> {
                    throw ProblemException.of(PaymentsProblem.DRAWER_OPEN, "Count it before it is opened again.")
                            .withCurrent(open);
                });
    }

    /** Answers 201 with the movement. What takes money out, or opens the drawer for nothing, takes an approval. */
    Uni<Answer> move(WriteRequest write, long sessionId, NewMovement request) {
        request.check();
        OffsetDateTime now = Now.utc();
        return once(write, transaction -> find(transaction, write.caller(), sessionId)
                .invoke(CashSession::requireOpen)
                .chain(session -> approver(transaction, write.caller(), request)
                        .map(approver -> new CashMovement(
                                0,
                                sessionId,
                                CashMovement.Kind.valueOf(request.kind().name()),
                                request.signedCents(),
                                null,
                                request.reason(),
                                Person.of(write.caller()),
                                approver.orElse(null),
                                now))
                        .chain(movement -> store.move(transaction.connection(), session.restaurantId(), movement))
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.of(PaymentsProblem.DRAWER_CLOSED, "It was counted just now."))
                        .call(movement -> tell(transaction, "drawer moved", write, session.till(), movement, now)))
                .map(answers::created));
    }

    private Uni<Optional<Person>> approver(Transaction transaction, Caller caller, NewMovement request) {
        return request.kind() == NewMovement.Kind.PAID_IN
                ? Uni.createFrom().item(Optional.empty())
                : approval.of(transaction, caller, 0, ApprovalAction.DRAWER, request.approvalToken())
                        .map(Optional::of);
    }

    /** Answers the session with its difference. */
    Uni<Answer> close(WriteRequest write, long sessionId, DrawerCount count) {
        OffsetDateTime now = Now.utc();
        count.countedCents();
        return once(write, transaction -> find(transaction, write.caller(), sessionId)
                .invoke(CashSession::requireOpen)
                .chain(session -> store.close(transaction.connection(), session, count, Person.of(write.caller()), now))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(PaymentsProblem.DRAWER_CLOSED, "It was counted just now."))
                .call(session -> tell(transaction, "drawer counted", write, session.till(), session, now))
                .map(answers::ok));
    }

    Uni<CashSession> get(Caller caller, long sessionId) {
        return found(store.find(pool, caller.restaurantId(), sessionId), sessionId);
    }

    Uni<Page<CashSession>> list(Caller caller, PageRequest page, @Nullable Boolean open) {
        return store.list(pool, caller.restaurantId(), page, open)
                .map(rows -> Page.of(rows, page, CashSession::sessionId, Function.identity()));
    }

    Uni<Page<CashMovement>> movements(Caller caller, long sessionId, PageRequest page) {
        return get(caller, sessionId)
                .chain(_ -> store.movements(pool, caller.restaurantId(), sessionId, page))
                .map(rows -> Page.of(rows, page, CashMovement::movementId, Function.identity()));
    }

    private Uni<CashSession> find(Transaction transaction, Caller caller, long sessionId) {
        return found(store.find(transaction.connection(), caller.restaurantId(), sessionId), sessionId);
    }

    private static Uni<CashSession> found(Uni<CashSession> search, long sessionId) {
        return search.onItem().ifNull().failWith(() -> ProblemException.notFound("cash session", sessionId));
    }

    private Uni<Answer> once(WriteRequest write, Function<Transaction, Uni<Answer>> effect) {
        return transactions.run(transaction -> idempotency.once(write, transaction, () -> effect.apply(transaction)));
    }

    private Uni<Void> tell(
            Transaction transaction, String step, WriteRequest write, String till, Object what, OffsetDateTime at) {
        long restaurantId = write.caller().restaurantId();
        transaction.afterCommit(() -> LOG.info(step).with("till", till).write());
        journal.appendLast(
                transaction, new NewEntry(restaurantId, Kind.CASH, at, Person.of(write.caller()), till, what));
        return outbox.append(
                transaction,
                new Event(step.replace(' ', '.'), restaurantId, Set.of("bills"), Objects.requireNonNull(what)));
    }
}
