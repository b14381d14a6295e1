package io.brigade.payments.bill;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads and writes bills. */
@ApplicationScoped
public class BillStore {

    /** Takes the order's state over unless a newer one is known; either way the row ends up locked. */
    private static final String TAKE_OVER = """
            INSERT INTO bills AS b (order_id, restaurant_id, order_version, currency, total_cents)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (order_id) DO UPDATE SET
                total_cents = CASE WHEN b.order_version < $3 THEN $5 ELSE b.total_cents END,
                order_version = greatest(b.order_version, $3)
            RETURNING b.*""";

    private static final String ADD_PAID = """
            UPDATE bills SET paid_cents = paid_cents + $2
            WHERE order_id = $1 AND paid_cents + $2 <= total_cents""";

    private static final String PAYMENTS = """
            SELECT payment_id, method, amount_cents, tip_cents FROM payments
            WHERE order_id = $1 AND restaurant_id = $2 AND state = 'CAPTURED' ORDER BY payment_id""";

    private final Pool pool;

    @Inject
    BillStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * The bill with the order's state taken over, locked until the transaction ends: tills take turns. Call it first in
     * the transaction: the lock gives it its place in the order in which events are sent.
     */
    public Uni<Bill> lock(SqlConnection connection, long restaurantId, BilledOrder order) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(order.orderId()))
                .chain(() -> takeOver(connection, restaurantId, order));
    }

    /** Adds a captured amount to the locked bill; the statement itself refuses to go over the total. */
    public Uni<Void> addPaid(SqlConnection connection, long orderId, long amountCents) {
        return connection
                .preparedQuery(ADD_PAID)
                .execute(Tuple.of(orderId, amountCents))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw new IllegalStateException("order " + orderId + " would be overpaid");
                    }
                })
                .replaceWithVoid();
    }

    /** What has been paid for an order, oldest first. */
    Uni<List<BillView.PaymentLine>> payments(long restaurantId, long orderId) {
        return pool.preparedQuery(PAYMENTS)
                .execute(Tuple.of(orderId, restaurantId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new BillView.PaymentLine(
                                row.getLong("payment_id"),
                                row.getString("method"),
                                row.getLong("amount_cents"),
                                row.getLong("tip_cents")))
                        .toList());
    }

    private static Uni<Bill> takeOver(SqlConnection connection, long restaurantId, BilledOrder order) {
        return connection
                .preparedQuery(TAKE_OVER)
                .execute(Tuple.of(order.orderId(), restaurantId, order.version(), order.currency(), order.totalCents()))
                .map(rows -> bill(rows.iterator().next()));
    }

    private static Bill bill(Row row) {
        return new Bill(
                row.getLong("order_id"),
                row.getLong("restaurant_id"),
                row.getLong("order_version"),
                row.getString("currency"),
                row.getLong("total_cents"),
                row.getLong("paid_cents"));
    }
}
