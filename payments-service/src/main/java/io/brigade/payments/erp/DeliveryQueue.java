package io.brigade.payments.erp;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the ERP, restaurant by restaurant: only a restaurant's oldest entry is ever sent, and only by the
 * instance that holds the restaurant's lease. No row stays locked while the ERP is asked; a lease ends by itself.
 */
@ApplicationScoped
class DeliveryQueue {

    /** Restaurants whose oldest entry is due, those first that were served longest ago. */
    private static final String LEASE = """
            WITH due AS MATERIALIZED (
                SELECT q.restaurant_id FROM accounting_queues q
                WHERE q.leased_until <= now()
                    AND (SELECT d.next_attempt_at FROM accounting_deliveries d
                         WHERE d.restaurant_id = q.restaurant_id AND d.state = 'PENDING'
                         ORDER BY d.seq LIMIT 1) <= now()
                ORDER BY q.leased_until LIMIT $1
                FOR UPDATE SKIP LOCKED)
            UPDATE accounting_queues q SET leased_until = now() + $2 * interval '1 millisecond'
            FROM due WHERE q.restaurant_id = due.restaurant_id
            RETURNING q.restaurant_id, q.leased_until""";

    /** A statement after the lease's, so that it sees what the last holder noted. */
    private static final String OLDEST = """
            SELECT d.entry_id, d.attempts, d.strikes, e.document
            FROM accounting_deliveries d JOIN accounting_entries e USING (entry_id)
            WHERE d.restaurant_id = $1 AND d.state = 'PENDING' ORDER BY d.seq LIMIT 1""";

    /** Gives the lease back, unless it is somebody else's by now. */
    private static final String NOTE = """
            WITH released AS (
                UPDATE accounting_queues SET leased_until = now() WHERE restaurant_id = $1 AND leased_until = $2)
            UPDATE accounting_deliveries SET state = $4, attempts = $5, strikes = $6,
                next_attempt_at = now() + $7 * interval '1 millisecond',
                sent_at = CASE WHEN $4 = 'SENT' THEN now() END, last_failure = $8
            WHERE entry_id = $3 AND state = 'PENDING'""";

    private static final String RELEASE =
            "UPDATE accounting_queues SET leased_until = now() WHERE restaurant_id = $1 AND leased_until = $2";

    private final Pool pool;

    @Inject
    DeliveryQueue(Pool pool) {
        this.pool = pool;
    }

    /** The right to send for a restaurant until then. */
    record Lease(long restaurantId, OffsetDateTime until) {}

    /** Leases of restaurants that have something due; no other instance gets them for that long. */
    Uni<List<Lease>> lease(int most, Duration duration) {
        return pool.preparedQuery(LEASE)
                .execute(Tuple.of(most, (double) duration.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Lease(row.getLong(0), row.getOffsetDateTime(1)))
                        .toList());
    }

    /** The restaurant's oldest entry that waits; null when there is none. */
    Uni<@Nullable Waiting> oldest(Lease lease) {
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(lease.restaurantId()))
                .map(DeliveryQueue::waiting);
    }

    /** Notes what became of the entry and gives the lease back. */
    Uni<Void> note(Lease lease, Waiting entry, Outcome outcome) {
        Tuple values = Tuple.tuple()
                .addLong(lease.restaurantId())
                .addOffsetDateTime(lease.until())
                .addUUID(entry.entryId())
                .addString(outcome.state().name())
                .addInteger(outcome.attempts())
                .addInteger(outcome.strikes())
                .addDouble((double) outcome.pause().toMillis())
                .addString(outcome.failure());
        return pool.preparedQuery(NOTE).execute(values).replaceWithVoid();
    }

    /** Gives the lease back. */
    Uni<Void> release(Lease lease) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(lease.restaurantId(), lease.until()))
                .replaceWithVoid();
    }

    private static @Nullable Waiting waiting(RowSet<Row> rows) {
        RowIterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return null;
        }
        Row row = found.next();
        return new Waiting(row.getUUID(0), row.getInteger(1), row.getInteger(2), row.getString(3));
    }
}
