package io.brigade.payments.closing;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows which days are closed. Bookings of a restaurant share a lock that a closing has alone, so that each booking comes
 * before or after it. The lock is one that queues: a closing's turn comes also while tills never stop.
 */
@ApplicationScoped
class OpenDays implements BusinessDays {

    private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(5, hashint8($1))";
    private static final String EXCLUDE = "SELECT pg_advisory_xact_lock(5, hashint8($1))";
    /** A statement of its own: it has to see what was committed while the lock was waited for. */
    private static final String CLOSED_THROUGH = "SELECT closed_through FROM closed_days WHERE restaurant_id = $1";

    private static final String CLOSE = """
            INSERT INTO closed_days AS d (restaurant_id, closed_through) VALUES ($1, $2)
            ON CONFLICT (restaurant_id) DO UPDATE SET closed_through = greatest(d.closed_through, $2)""";

    @Override
    public Uni<LocalDate> open(Transaction transaction, long restaurantId, LocalDate wanted) {
        return transaction
                .first(SHARE, List.of(restaurantId))
                .chain(() -> closedThrough(transaction, restaurantId))
                .map(closed -> closed == null || wanted.isAfter(closed) ? wanted : closed.plusDays(1));
    }

    /** Waits for running bookings and keeps new ones waiting until the transaction ends. */
    Uni<Void> exclude(Transaction transaction, long restaurantId) {
        return transaction.first(EXCLUDE, List.of(restaurantId)).replaceWithVoid();
    }

    /** The last closed day; null while none is. */
    Uni<@Nullable LocalDate> closedThrough(Transaction transaction, long restaurantId) {
        return transaction
                .first(CLOSED_THROUGH, List.of(restaurantId))
                .map(found -> found == null ? null : (LocalDate) found.getFirst());
    }

    /** Closes all days up to this one, with bookings or without. */
    Uni<Void> closeThrough(Transaction transaction, long restaurantId, LocalDate day) {
        return transaction.update(CLOSE, List.of(restaurantId, day)).replaceWithVoid();
    }
}
