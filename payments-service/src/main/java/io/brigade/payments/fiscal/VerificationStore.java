package io.brigade.payments.fiscal;

import io.brigade.platform.sql.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keeps the last verification of each chain. */
@ApplicationScoped
class VerificationStore {

    private static final String FIND = """
            SELECT checked, verified_to, rechecked_to, head_sequence, verified_at, broken_sequence, fault
            FROM fiscal_verifications WHERE restaurant_id = $1""";

    private static final String KEEP = """
            INSERT INTO fiscal_verifications AS v (restaurant_id, checked, verified_to, rechecked_to, head_sequence,
                verified_at, broken_sequence, fault)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (restaurant_id) DO UPDATE SET
                checked = $2, verified_to = $3, rechecked_to = $4, head_sequence = $5, verified_at = $6,
                broken_sequence = $7, fault = $8""";

    private final Pool pool;

    @Inject
    VerificationStore(Pool pool) {
        this.pool = pool;
    }

    /** The last one; null when there was none yet. */
    Uni<@Nullable Verification> last(long restaurantId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(restaurantId)).map(rows -> {
            for (Row row : rows) {
                return Verification.from(row);
            }
            return null;
        });
    }

    /** Replaces the last one. */
    Uni<Void> keep(Work work, long restaurantId, Verification verification) {
        Verification.@Nullable Broken broken = verification.broken();
        return work.update(
                        KEEP,
                        Arrays.asList(
                                restaurantId,
                                verification.checked(),
                                verification.verifiedTo(),
                                verification.recheckedTo(),
                                verification.headSequence(),
                                verification.verifiedAt(),
                                broken == null ? null : broken.sequence(),
                                broken == null ? null : broken.fault().name()))
                .replaceWithVoid();
    }
}
