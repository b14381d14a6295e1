package io.brigade.payments.payment;

import io.brigade.payments.terminal.CardTerminal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes payments. */
@ApplicationScoped
public class PaymentStore {

    private static final String INSERT = """
            INSERT INTO payments (payment_id, restaurant_id, order_id, method, state, amount_cents, tendered_cents,
                change_cents, tip_cents, currency, cashier_id, cashier_name, business_date, paid_at, session_id, till,
                item_ids, voucher_holder, left_cents, idempotency_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)""";

    private static final String DECIDE = """
            UPDATE payments SET state = $2, terminal_ref = coalesce($3, terminal_ref), business_date = $4,
                left_cents = $5
            WHERE payment_id = $1 RETURNING *""";

    private static final String REFUNDED =
            "UPDATE payments SET refunded_cents = refunded_cents + $2 WHERE payment_id = $1 RETURNING *";

    private static final String FIND = "SELECT * FROM payments WHERE restaurant_id = $1 AND payment_id = $2";

    private static final String BY_KEY = """
            SELECT * FROM payments WHERE restaurant_id = $1 AND cashier_id = $2 AND idempotency_key = $3""";

    private static final String OF_ORDER =
            "SELECT * FROM payments WHERE restaurant_id = $1 AND order_id = $2 ORDER BY payment_id";

    private static final String VOUCHERS_OF_HOLDER = """
            SELECT coalesce(sum(amount_cents - refunded_cents), 0)::bigint AS cents FROM payments
            WHERE restaurant_id = $1 AND business_date = $2 AND voucher_holder = $3
                AND method = 'MEAL_VOUCHER' AND state = 'CAPTURED'""";

    /** A terminal that has not answered for so long never will by itself. */
    private static final String FORGOTTEN = """
            UPDATE payments SET state = 'UNKNOWN' WHERE state = 'INITIATED' AND paid_at < now() - interval '3 minutes'""";

    Uni<Long> nextId(SqlConnection connection) {
        return connection
                .query("SELECT nextval('payments_seq') AS id")
                .execute()
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /**
     * Inserts it.
     *
     * @param key of the request that a terminal is asked for; null when it is decided already
     */
    Uni<Void> insert(SqlConnection connection, Payment payment, @Nullable String key) {
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
                .addOffsetDateTime(payment.paidAt())
                .addLong(payment.sessionId())
                .addString(payment.till())
                .addArrayOfLong(payment.itemIds().toArray(Long[]::new))
                .addString(payment.voucherHolder())
                .addLong(payment.leftCents())
                .addString(key);
        return connection.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Payment> decide(
            SqlConnection connection,
            long paymentId,
            PaymentState state,
            CardTerminal.Outcome outcome,
            LocalDate businessDate,
            long leftCents) {
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(paymentId, state.name(), outcome.reference(), businessDate, leftCents))
                .map(rows -> payment(rows.iterator().next()));
    }

    Uni<Payment> addRefunded(SqlConnection connection, long paymentId, long cents) {
        return connection
                .preparedQuery(REFUNDED)
                .execute(Tuple.of(paymentId, cents))
                .map(rows -> payment(rows.iterator().next()));
    }

    /** Null for an unknown one. */
    public Uni<@Nullable Payment> find(SqlClient client, long restaurantId, long paymentId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(restaurantId, paymentId))
                .map(PaymentStore::first);
    }

    /** The payment that a request began; null when it has not. */
    Uni<@Nullable Payment> byKey(SqlClient client, long restaurantId, long cashierId, String key) {
        return client.preparedQuery(BY_KEY)
                .execute(Tuple.of(restaurantId, cashierId, key))
                .map(PaymentStore::first);
    }

    /** Payments of an order, oldest first, whatever became of them. */
    public Uni<List<Payment>> ofOrder(SqlClient client, long restaurantId, long orderId) {
        return client.preparedQuery(OF_ORDER)
                .execute(Tuple.of(restaurantId, orderId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PaymentStore::payment)
                        .toList());
    }

    /** What a guest has paid by voucher on a day. */
    Uni<Long> vouchersOf(SqlConnection connection, long restaurantId, LocalDate day, String holder) {
        return connection
                .preparedQuery(VOUCHERS_OF_HOLDER)
                .execute(Tuple.of(restaurantId, day, holder))
                .map(rows -> rows.iterator().next().getLong("cents"));
    }

    Uni<Integer> giveUpForgotten(SqlClient client) {
        return client.query(FORGOTTEN).execute().map(RowSet::rowCount);
    }

    private static @Nullable Payment first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : payment(rows.iterator().next());
    }

    private static Payment payment(Row row) {
        return new Payment(
                row.getLong("payment_id"),
                row.getLong("restaurant_id"),
                row.getLong("order_id"),
                PaymentMethod.valueOf(row.getString("method")),
                PaymentState.valueOf(row.getString("state")),
                row.getLong("amount_cents"),
                row.getLong("tendered_cents"),
                row.getLong("change_cents"),
                row.getLong("tip_cents"),
                row.getLong("refunded_cents"),
                row.getString("currency"),
                List.of(row.getArrayOfLongs("item_ids")),
                row.getString("till"),
                row.getLong("session_id"),
                row.getString("voucher_holder"),
                row.getString("terminal_ref"),
                row.getLong("cashier_id"),
                row.getString("cashier_name"),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("paid_at"),
                row.getLong("left_cents"),
                row.getLong("ticket_no"));
    }
}
