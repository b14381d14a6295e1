package io.brigade.payments.document;

import io.brigade.payments.bill.BillJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Keeps notes and receipts as they were issued. */
@ApplicationScoped
class DocumentStore {

    private static final String INSERT = """
            INSERT INTO documents (restaurant_id, kind, number, order_id, payment_id, order_version, content, issued_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *""";

    private static final String REPRINT = "UPDATE documents SET prints = prints + 1 WHERE document_id = $1 RETURNING *";

    private static final String LAST_NOTE = """
            SELECT * FROM documents WHERE restaurant_id = $1 AND order_id = $2 AND kind = 'NOTE'
            ORDER BY document_id DESC LIMIT 1""";

    private static final String RECEIPT =
            "SELECT * FROM documents WHERE restaurant_id = $1 AND payment_id = $2 AND kind = 'RECEIPT'";

    private final BillJson json;

    @Inject
    DocumentStore(BillJson json) {
        this.json = json;
    }

    Uni<Document> insert(
            SqlConnection connection, long restaurantId, Content content, @Nullable Long paymentId, long orderVersion) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addLong(restaurantId)
                        .addString(content.kind().name())
                        .addLong(content.number())
                        .addLong(content.orderId())
                        .addLong(paymentId)
                        .addLong(orderVersion)
                        .addString(json.write(content))
                        .addOffsetDateTime(content.issuedAt()))
                .map(rows -> document(rows.iterator().next()));
    }

    Uni<Document> reprint(SqlConnection connection, long documentId) {
        return connection
                .preparedQuery(REPRINT)
                .execute(Tuple.of(documentId))
                .map(rows -> document(rows.iterator().next()));
    }

    /** The last note of an order; null when it has none. */
    Uni<@Nullable Document> lastNote(SqlClient client, long restaurantId, long orderId) {
        return first(client, LAST_NOTE, restaurantId, orderId);
    }

    /** The receipt of a payment; null when it has none. */
    Uni<@Nullable Document> receipt(SqlClient client, long restaurantId, long paymentId) {
        return first(client, RECEIPT, restaurantId, paymentId);
    }

    private Uni<@Nullable Document> first(SqlClient client, String query, long restaurantId, long id) {
        return client.preparedQuery(query).execute(Tuple.of(restaurantId, id)).map(this::first);
    }

    private @Nullable Document first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : document(rows.iterator().next());
    }

    private Document document(Row row) {
        return new Document(
                row.getLong("document_id"),
                row.getLong("restaurant_id"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getLong("number"),
                row.getLong("order_id"),
                row.getLong("payment_id"),
                row.getLong("order_version"),
                json.read(row.getString("content"), Content.class),
                row.getInteger("prints"));
    }
}
