package io.brigade.platform.idempotency;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * One {@code Idempotency-Key}, one effect. The record is claimed first and completed last in the effect's own
 * transaction, so that it commits with the effect: a second request with the same key waits on the claim's unique index
 * until the first has committed (and then gets its answer) or failed (and then runs).
 *
 * <p>Follows draft-ietf-httpapi-idempotency-key-header.
 */
@ApplicationScoped
public class IdempotencyRecords {

    private static final String CLAIM = """
            INSERT INTO idempotency_records
                (restaurant_id, staff_id, operation, idempotency_key, request_hash, status, body, expires_at)
            VALUES ($1, $2, $3, $4, $5, 0, '', $6)
            ON CONFLICT DO NOTHING""";

    private static final String COMPLETE = """
            UPDATE idempotency_records SET status = $5, body = $6
            WHERE restaurant_id = $1 AND staff_id = $2 AND operation = $3 AND idempotency_key = $4""";

    private static final String FIND = """
            SELECT request_hash, status, body FROM idempotency_records
            WHERE restaurant_id = $1 AND staff_id = $2 AND operation = $3 AND idempotency_key = $4""";

    /**
     * Runs the effect, or answers what it answered the first time.
     *
     * @return fails with 422 when the key was used for another request
     */
    public Uni<Answer> once(WriteRequest write, Work work, Supplier<Uni<Answer>> effect) {
        if (write.key() == null) {
            return effect.get();
        }
        return claim(write, work)
                .chain(claimed -> claimed == 1
                        ? effect.get().call(answer -> complete(write, work, answer))
                        : replay(write, work));
    }

    /** The stored answer, or null when this key has not been used yet. Fails with 422 when it was for another request. */
    public Uni<Answer> find(WriteRequest write, Work work) {
        return work.first(FIND, scope(write).toList()).map(found -> found == null ? null : stored(write, found));
    }

    /** The stored answer of a key that is known to be used; 409 when its request has just failed. */
    public Uni<Answer> replay(WriteRequest write, Work work) {
        return find(write, work).onItem().ifNull().failWith(() -> ProblemException.of(
                        CommonProblem.REQUEST_IN_PROGRESS, "The first request has just ended; send this one again.")
                .retryAfter(Duration.ofSeconds(1)));
    }

    private static Uni<Integer> claim(WriteRequest write, Work work) {
        return work.update(
                CLAIM,
                scope(write).and(write.requestHash()).and(write.keptUntil()).toList());
    }

    private static Uni<Integer> complete(WriteRequest write, Work work, Answer answer) {
        return work.update(
                COMPLETE, scope(write).and(answer.status()).and(answer.body()).toList());
    }

    private static Answer stored(WriteRequest write, List<?> columns) {
        if (!MessageDigest.isEqual((byte[]) columns.get(0), write.requestHash())) {
            throw ProblemException.of(CommonProblem.IDEMPOTENCY_KEY_REUSED, "Make a new key for every new request.");
        }
        return new Answer(((Number) columns.get(1)).intValue(), (byte[]) columns.get(2), true);
    }

    private static Parameters scope(WriteRequest write) {
        return Parameters.of(write.caller().restaurantId(), write.caller().staffId(), write.operation(), write.key());
    }
}
