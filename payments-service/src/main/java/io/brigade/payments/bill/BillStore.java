package io.brigade.payments.bill;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes bills. Amounts change by statements that refuse themselves to take too much. */
@ApplicationScoped
public class BillStore {

    /** Takes the order's state over unless a newer one is known; either way the row ends up locked. */
    private static final String TAKE_OVER = """
            INSERT INTO bills AS b (order_id, restaurant_id, order_version, currency, total_cents, head, lines)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (order_id) DO UPDATE SET
                total_cents = CASE WHEN b.order_version <= $3 THEN $5 ELSE b.total_cents END,
                head = CASE WHEN b.order_version <= $3 THEN $6 ELSE b.head END,
                lines = CASE WHEN b.order_version <= $3 THEN $7 ELSE b.lines END,
                order_version = greatest(b.order_version, $3)
            RETURNING b.*""";

    private static final String FIND = "SELECT * FROM bills WHERE order_id = $1 AND restaurant_id = $2";

    private static final String SUMS = """
            SELECT order_id, order_version, total_cents - credited_cents AS due_cents, credited_cents,
                paid_cents - refunded_cents AS held_cents, reserved_cents
            FROM bills WHERE order_id = ANY ($1) AND restaurant_id = $2 ORDER BY order_id""";

    private static final String TAKE = """
            UPDATE bills SET paid_cents = paid_cents + $2, reserved_cents = reserved_cents - $3
            WHERE order_id = $1
                AND ($3 > 0 OR paid_cents + $2 - refunded_cents + reserved_cents <= total_cents - credited_cents)
            RETURNING *""";

    private static final String RESERVE = """
            UPDATE bills SET reserved_cents = reserved_cents + $2
            WHERE order_id = $1 AND paid_cents - refunded_cents + reserved_cents + $2 <= total_cents - credited_cents
            RETURNING *""";

    private static final String RELEASE =
            "UPDATE bills SET reserved_cents = reserved_cents - $2 WHERE order_id = $1 RETURNING *";

    private static final String GIVE_BACK = """
            UPDATE bills SET refunded_cents = refunded_cents + $2, credited_cents = credited_cents + $3
            WHERE order_id = $1 RETURNING *""";

    private static final String TICKETED = """
            UPDATE bills SET ticketed = lines, ticketed_cents = total_cents WHERE order_id = $1 RETURNING *""";

    private final BillJson json;

    @Inject
    BillStore(BillJson json) {
        this.json = json;
    }

    /**
     * The bill with the order's state taken over, locked until the transaction ends: tills take turns. Call it first in
     * the transaction: the lock gives it its place in the order in which events are sent.
     */
    public Uni<Bill> lock(SqlConnection connection, long restaurantId, BilledOrder order) {
        Tuple newest = Tuple.tuple()
                .addLong(order.orderId())
                .addLong(restaurantId)
                .addLong(order.version())
                .addString(order.currency())
                .addLong(order.totalCents())
                .addString(json.write(order.head()))
                .addString(json.write(order.lines()));
        // Sent together, done one after the other.
        return Uni.combine()
                .all()
                .unis(takeTurn(connection, order.orderId()), one(connection, TAKE_OVER, newest))
                .with((_, bill) -> bill);
    }

    /** The bill as it is known here, locked likewise; null when nothing was ever taken for the order. */
    public Uni<@Nullable Bill> lockKnown(SqlConnection connection, long restaurantId, long orderId) {
        return takeTurn(connection, orderId).chain(() -> find(connection, restaurantId, orderId));
    }

    /** The bill as it is known here; null when nothing was ever taken for the order. */
    public Uni<@Nullable Bill> find(SqlClient client, long restaurantId, long orderId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(orderId, restaurantId))
                .map(this::first);
    }

    /** How the bills of these orders stand; none for an order for which nothing was ever taken. */
    public Uni<List<BillSums>> sums(SqlClient client, long restaurantId, List<Long> orderIds) {
        return client.preparedQuery(SUMS)
                .execute(Tuple.tuple()
                        .addArrayOfLong(orderIds.toArray(Long[]::new))
                        .addLong(restaurantId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BillStore::sums)
                        .toList());
    }

    private static BillSums sums(Row row) {
        long due = row.getLong("due_cents");
        long held = row.getLong("held_cents");
        long reserved = row.getLong("reserved_cents");
        return new BillSums(
                row.getLong("order_id"),
                row.getLong("order_version"),
                due,
                row.getLong("credited_cents"),
                held,
                reserved,
                due - held - reserved);
    }

    /** The bill of an order as it is now. */
    public Uni<Bill> asOf(SqlClient client, long restaurantId, BilledOrder order) {
        return find(client, restaurantId, order.orderId())
                .map(known -> known == null ? Bill.untouched(order, restaurantId) : known.asOf(order));
    }

    /**
     * Adds a captured amount. What was reserved for it was checked then: a card that was charged is charged, even if the
     * order has become cheaper meanwhile.
     */
    public Uni<Bill> take(SqlConnection connection, long orderId, long amountCents, long reservedCents) {
        return one(connection, TAKE, Tuple.of(orderId, amountCents, reservedCents));
    }

    /** Keeps an amount for a payment that is not decided yet. */
    public Uni<Bill> reserve(SqlConnection connection, long orderId, long amountCents) {
        return one(connection, RESERVE, Tuple.of(orderId, amountCents));
    }

    /** The payment came to nothing. */
    public Uni<Bill> release(SqlConnection connection, long orderId, long amountCents) {
        return one(connection, RELEASE, Tuple.of(orderId, amountCents));
    }

    /** Money goes back; the credited part of it was owed. */
    public Uni<Bill> giveBack(SqlConnection connection, long orderId, long amountCents, long creditedCents) {
        return one(connection, GIVE_BACK, Tuple.of(orderId, amountCents, creditedCents));
    }

    /** Tickets have told of everything. */
    public Uni<Bill> ticketed(SqlConnection connection, long orderId) {
        return one(connection, TICKETED, Tuple.of(orderId));
    }

    private static Uni<Void> takeTurn(SqlConnection connection, long orderId) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(orderId))
                .replaceWithVoid();
    }

    private Uni<Bill> one(SqlConnection connection, String statement, Tuple parameters) {
        return connection.preparedQuery(statement).execute(parameters).map(rows -> {
            Bill bill = first(rows);
            if (bill == null) {
                throw new IllegalStateException("the bill of order " + parameters.getLong(0) + " would be overpaid");
            }
            return bill;
        });
    }

    private @Nullable Bill first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : bill(rows.iterator().next());
    }

    private Bill bill(Row row) {
        return new Bill(
                row.getLong("order_id"),
                row.getLong("restaurant_id"),
                row.getLong("order_version"),
                row.getString("currency"),
                json.read(row.getString("head"), BillHead.class),
                json.lines(row.getString("lines")),
                row.getLong("total_cents"),
                row.getLong("credited_cents"),
                row.getLong("paid_cents"),
                row.getLong("refunded_cents"),
                row.getLong("reserved_cents"),
                json.lines(row.getString("ticketed")),
                row.getLong("ticketed_cents"));
    }
}
