package io.brigade.payments.payment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes payments. */
@ApplicationScoped
class PaymentStore {

    private static final String INSERT = """
            INSERT INTO payments (payment_id, restaurant_id, order_id, method, state, amount_cents, tendered_cents,
                change_cents, tip_cents, currency, cashier_id, cashier_name, business_date, paid_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    Uni<Long> nextId(SqlConnection connection) {
        return connection
                .query("SELECT nextval('payments_seq') AS id")
                .execute()
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    Uni<Void> insert(SqlConnection connection, Payment payment) {
        Tuple row = Tuple.tuple()
                .addLong(payment.paymentId())
                .addLong(payment.restaurantId())
                .addLong(payment.orderId())
                .addString(payment.method().name())
                .addString(payment.state().name())
                .addLong(payment.amountCents())
                .addLong(payment.tenderedCents())
                .addLong(payment.changeCents())
                .addLong(payment.tipCents())
                .addString(payment.currency())
                .addLong(payment.cashierId())
                .addString(payment.cashierName())
                .addLocalDate(payment.businessDate())
                .addOffsetDateTime(payment.paidAt());
        return connection.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }
}
