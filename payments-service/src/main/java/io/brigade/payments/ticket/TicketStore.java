package io.brigade.payments.ticket;

import io.brigade.payments.bill.BillJson;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
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

/** Keeps tickets as they were issued, and knows what money no ticket has told of. */
@ApplicationScoped
class TicketStore {

    private static final String INSERT = """
            INSERT INTO tickets (restaurant_id, ticket_no, order_id, kind, total_cents, business_date, issued_at, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    /** Payments and refunds of an order that are on no ticket yet. */
    private static final String UNSETTLED = """
            SELECT payment_id, method, amount_cents, tip_cents FROM payments
            WHERE order_id = $1 AND state = 'CAPTURED' AND ticket_no IS NULL
            UNION ALL
            SELECT r.refund_id, p.method, -r.amount_cents, 0 FROM refunds r JOIN payments p USING (payment_id)
            WHERE r.order_id = $1 AND r.ticket_no IS NULL
            ORDER BY payment_id""";

    /** They are on this one from now on. */
    private static final String SETTLE = """
            WITH paid AS (
                UPDATE payments SET ticket_no = $2 WHERE order_id = $1 AND state = 'CAPTURED' AND ticket_no IS NULL
            )
            UPDATE refunds SET ticket_no = $2 WHERE order_id = $1 AND ticket_no IS NULL""";

    private static final String OF_ORDER =
            "SELECT content FROM tickets WHERE restaurant_id = $1 AND order_id = $2 ORDER BY ticket_no";

    private final BillJson json;

    @Inject
    TicketStore(BillJson json) {
        this.json = json;
    }

    Uni<Void> insert(SqlConnection connection, Ticket ticket) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addLong(ticket.restaurantId())
                        .addLong(ticket.ticketNo())
                        .addLong(ticket.orderId())
                        .addString(ticket.kind().name())
                        .addLong(ticket.totalCents())
                        .addLocalDate(ticket.businessDate())
                        .addOffsetDateTime(ticket.issuedAt())
                        .addString(json.write(ticket)))
                .replaceWithVoid();
    }

    Uni<List<Ticket.Settlement>> unsettled(SqlConnection connection, long orderId) {
        return connection.preparedQuery(UNSETTLED).execute(Tuple.of(orderId)).map(TicketStore::settlements);
    }

    Uni<Void> settle(SqlConnection connection, long orderId, long ticketNo) {
        return connection
                .preparedQuery(SETTLE)
                .execute(Tuple.of(orderId, ticketNo))
                .replaceWithVoid();
    }

    Uni<List<Ticket>> ofOrder(SqlClient client, long restaurantId, long orderId) {
        return client.preparedQuery(OF_ORDER)
                .execute(Tuple.of(restaurantId, orderId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> json.read(row.getString("content"), Ticket.class))
                        .toList());
    }

    private static List<Ticket.Settlement> settlements(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Ticket.Settlement(
                        row.getLong("payment_id"),
                        PaymentMethod.valueOf(row.getString("method")),
                        row.getLong("amount_cents"),
                        row.getLong("tip_cents")))
                .toList();
    }
}
