package io.brigade.payments.payment;

import io.brigade.platform.security.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads and writes refunds. */
@ApplicationScoped
public class RefundStore {

    private static final String INSERT = """
            INSERT INTO refunds (refund_id, payment_id, restaurant_id, order_id, amount_cents, credited_cents, reason,
                session_id, cashier_id, cashier_name, approved_by_id, approved_by_name, business_date, refunded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private static final String OF_ORDER = """
            SELECT r.*, p.method, p.currency FROM refunds r JOIN payments p ON p.payment_id = r.payment_id
            WHERE r.restaurant_id = $1 AND r.order_id = $2 ORDER BY r.refund_id""";

    Uni<Void> insert(SqlConnection connection, Refund refund) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addLong(refund.refundId())
                        .addLong(refund.paymentId())
                        .addLong(refund.restaurantId())
                        .addLong(refund.orderId())
                        .addLong(refund.amountCents())
                        .addLong(refund.creditedCents())
                        .addString(refund.reason())
                        .addLong(refund.sessionId())
                        .addLong(refund.cashier().staffId())
                        .addString(refund.cashier().name())
                        .addLong(refund.approvedBy().staffId())
                        .addString(refund.approvedBy().name())
                        .addLocalDate(refund.businessDate())
                        .addOffsetDateTime(refund.refundedAt()))
                .replaceWithVoid();
    }

    /** Refunds of an order, oldest first. */
    public Uni<List<Refund>> ofOrder(SqlClient client, long restaurantId, long orderId) {
        return client.preparedQuery(OF_ORDER)
                .execute(Tuple.of(restaurantId, orderId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RefundStore::refund)
                        .toList());
    }

    private static Refund refund(Row row) {
        return new Refund(
                row.getLong("refund_id"),
                row.getLong("payment_id"),
                row.getLong("restaurant_id"),
                row.getLong("order_id"),
                PaymentMethod.valueOf(row.getString("method")),
                row.getLong("amount_cents"),
                row.getLong("credited_cents"),
                row.getString("currency"),
                row.getString("reason"),
                row.getLong("session_id"),
                new Person(row.getLong("cashier_id"), row.getString("cashier_name")),
                new Person(row.getLong("approved_by_id"), row.getString("approved_by_name")),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("refunded_at"));
    }
}
