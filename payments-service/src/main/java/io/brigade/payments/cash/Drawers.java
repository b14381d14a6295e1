package io.brigade.payments.cash;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets cash of sales and refunds through the drawers: there is none without an open one. */
@ApplicationScoped
public class Drawers {

    private final CashStore store;

    @Inject
    Drawers(CashStore store) {
        this.store = store;
    }

    /** The open session of the till; of the house when no till is named and only one is open. Fails with 409 else. */
    public Uni<CashSession> open(Transaction transaction, Caller caller, @Nullable String till) {
        return till == null
                ? store.allOpen(transaction.connection(), caller.restaurantId()).map(Drawers::only)
                : store.openAt(transaction.connection(), caller.restaurantId(), till)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ProblemException.of(
                                PaymentsProblem.DRAWER_CLOSED, "Open the drawer of " + till + " first."));
    }

    private static CashSession only(List<CashSession> open) {
        return switch (open.size()) {
            case 1 -> open.getFirst();
            case 0 -> throw ProblemException.of(PaymentsProblem.DRAWER_CLOSED, "Open a drawer first.");
            default -> throw ProblemException.invalid("till", "is required: more than one drawer is open");
        };
    }

    /** Cash of a sale comes in, or of a refund goes out; fails with 409 when the drawer was counted in the meantime. */
    public Uni<Void> move(
            Transaction transaction,
            CashSession session,
            CashMovement.Kind kind,
            long cents,
            long paymentId,
            Person by,
            OffsetDateTime at) {
        CashMovement movement = new CashMovement(0, session.sessionId(), kind, cents, paymentId, null, by, null, at);
        return store.move(transaction.connection(), session.restaurantId(), movement)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(PaymentsProblem.DRAWER_CLOSED, "It was counted just now."))
                .replaceWithVoid();
    }
}
