package io.brigade.payments.erp;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts dead entries on their way again, in their old place before all that waits. */
@ApplicationScoped
class Resending {

    private static final StepLog LOG = StepLog.of(Resending.class);
    private static final int MOST_AT_ONCE = 10_000;

    private static final String LOCK = """
            SELECT state FROM accounting_deliveries WHERE restaurant_id = $1 AND entry_id = $2 FOR UPDATE""";

    private static final String REVIVE = """
            UPDATE accounting_deliveries SET state = 'PENDING', attempts = 0, strikes = 0, next_attempt_at = now()
            WHERE entry_id = $1""";

    private static final String REVIVE_ALL = """
            UPDATE accounting_deliveries SET state = 'PENDING', attempts = 0, strikes = 0, next_attempt_at = now()
            WHERE entry_id IN (
                SELECT entry_id FROM accounting_deliveries
                WHERE restaurant_id = $1 AND state = 'DEAD' ORDER BY seq LIMIT $2 FOR UPDATE)""";

    private static final String STILL_DEAD =
            "SELECT count(*) FROM accounting_deliveries WHERE restaurant_id = $1 AND state = 'DEAD'";

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final ErpWake wake;

    @Inject
    Resending(Transactions transactions, IdempotencyRecords idempotency, Answers answers, ErpWake wake) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
        this.wake = wake;
    }

    /** One of them; 409 when it is not dead. */
    Uni<Answer> one(WriteRequest write, UUID entryId) {
        return run(write, transaction -> transaction
                .first(LOCK, List.of(write.caller().restaurantId(), entryId))
                .invoke(found -> mustBeDead(found, entryId))
                .chain(() -> transaction.update(REVIVE, List.of(entryId)))
                .replaceWith(new Resent(1, 0)));
    }

    /** All of the restaurant's, the oldest first. */
    Uni<Answer> all(WriteRequest write) {
        long restaurantId = write.caller().restaurantId();
        return run(write, transaction -> transaction
                .update(REVIVE_ALL, List.of(restaurantId, MOST_AT_ONCE))
                .chain(resent -> transaction
                        .first(STILL_DEAD, List.of(restaurantId))
                        .map(dead -> new Resent(resent, dead == null ? 0 : (Long) dead.getFirst()))));
    }

    private Uni<Answer> run(WriteRequest write, Function<Transaction, Uni<Resent>> effect) {
        return transactions.run(transaction -> idempotency.once(write, transaction, () -> effect.apply(transaction)
                .invoke(resent -> transaction.afterCommit(() -> sendAgain(resent)))
                .map(answers::ok)));
    }

    private void sendAgain(Resent resent) {
        LOG.info("entries sent again").with("entries", resent.resent()).write();
        wake.now();
    }

    private static void mustBeDead(@Nullable List<?> found, UUID entryId) {
        if (found == null) {
            throw ProblemException.notFound("accounting entry", entryId);
        }
        if (!DeliveryState.DEAD.name().equals(found.getFirst())) {
            throw ProblemException.of(
                    PaymentsProblem.ENTRY_NOT_DEAD, "It is " + found.getFirst() + ": there is nothing to do.");
        }
    }
}
