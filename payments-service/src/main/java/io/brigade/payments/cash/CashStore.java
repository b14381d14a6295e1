package io.brigade.payments.cash;

import com.fasterxml.jackson.core.type.TypeReference;
import io.brigade.payments.bill.BillJson;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes drawers and what goes through them. */
@ApplicationScoped
class CashStore {

    private static final String OPEN = """
            INSERT INTO cash_sessions (restaurant_id, till, currency, business_date, opened_at, opened_by_id,
                opened_by_name, float_cents, expected_cents)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            ON CONFLICT (restaurant_id, till) WHERE closed_at IS NULL DO NOTHING
            RETURNING *""";

    private static final String OPEN_AT = """
            SELECT * FROM cash_sessions WHERE restaurant_id = $1 AND till = $2 AND closed_at IS NULL""";

    private static final String ALL_OPEN = """
            SELECT * FROM cash_sessions WHERE restaurant_id = $1 AND closed_at IS NULL ORDER BY session_id LIMIT 2""";

    private static final String FIND = "SELECT * FROM cash_sessions WHERE restaurant_id = $1 AND session_id = $2";

    private static final String LIST = """
            SELECT * FROM cash_sessions
            WHERE restaurant_id = $1 AND session_id < $2 AND ($3::boolean IS NULL OR (closed_at IS NULL) = $3)
            ORDER BY session_id DESC LIMIT $4""";

    /** No row: it was counted in the meantime. */
    private static final String MOVE = """
            WITH moved AS (
                UPDATE cash_sessions SET expected_cents = expected_cents + $4
                WHERE session_id = $1 AND closed_at IS NULL
                RETURNING session_id, restaurant_id
            )
            INSERT INTO cash_movements (session_id, restaurant_id, kind, amount_cents, payment_id, reason, staff_id,
                staff_name, approved_by_id, approved_by_name, at)
            SELECT session_id, restaurant_id, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM moved
            WHERE restaurant_id = $2
            RETURNING *""";

    private static final String CLOSE = """
            UPDATE cash_sessions SET closed_at = $3, closed_by_id = $4, closed_by_name = $5, counts = $6,
                counted_cents = $7, difference_cents = $7 - expected_cents
            WHERE restaurant_id = $1 AND session_id = $2 AND closed_at IS NULL
            RETURNING *""";

    private static final String MOVEMENTS = """
            SELECT * FROM cash_movements
            WHERE session_id = $1 AND restaurant_id = $2 AND movement_id > $3
            ORDER BY movement_id LIMIT $4""";

    private final BillJson json;

    @Inject
    CashStore(BillJson json) {
        this.json = json;
    }

    /** Null when the till's drawer is open already. */
    Uni<@Nullable CashSession> open(SqlConnection connection, CashSession wanted) {
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addLong(wanted.restaurantId())
                        .addString(wanted.till())
                        .addString(wanted.currency())
                        .addLocalDate(wanted.businessDate())
                        .addOffsetDateTime(wanted.openedAt())
                        .addLong(wanted.openedBy().staffId())
                        .addString(wanted.openedBy().name())
                        .addLong(wanted.floatCents()))
                .map(this::first);
    }

    /** The open session of a till; null when it has none. */
    Uni<@Nullable CashSession> openAt(SqlClient client, long restaurantId, String till) {
        return client.preparedQuery(OPEN_AT)
                .execute(Tuple.of(restaurantId, till))
                .map(this::first);
    }

    /** Open sessions, two at most. */
    Uni<List<CashSession>> allOpen(SqlClient client, long restaurantId) {
        return client.preparedQuery(ALL_OPEN).execute(Tuple.of(restaurantId)).map(this::sessions);
    }

    Uni<@Nullable CashSession> find(SqlClient client, long restaurantId, long sessionId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(restaurantId, sessionId))
                .map(this::first);
    }

    Uni<List<CashSession>> list(SqlClient client, long restaurantId, PageRequest page, @Nullable Boolean open) {
        return client.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addLong(restaurantId)
                        .addLong(page.before())
                        .addBoolean(open)
                        .addInteger(page.limit() + 1))
                .map(this::sessions);
    }

    /** Null when the drawer was counted in the meantime. */
    Uni<@Nullable CashMovement> move(SqlConnection connection, long restaurantId, CashMovement movement) {
        Person approver = movement.approvedBy();
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.tuple()
                        .addLong(movement.sessionId())
                        .addLong(restaurantId)
                        .addString(movement.kind().name())
                        .addLong(movement.amountCents())
                        .addLong(movement.paymentId())
                        .addString(movement.reason())
                        .addLong(movement.by().staffId())
                        .addString(movement.by().name())
                        .addLong(approver == null ? null : approver.staffId())
                        .addString(approver == null ? null : approver.name())
                        .addOffsetDateTime(movement.at()))
                .map(rows -> rows.size() == 0 ? null : movement(rows.iterator().next()));
    }

    /** Null when it was closed before. */
    Uni<@Nullable CashSession> close(
            SqlConnection connection, CashSession session, DrawerCount count, Person by, OffsetDateTime at) {
        return connection
                .preparedQuery(CLOSE)
                .execute(Tuple.tuple()
                        .addLong(session.restaurantId())
                        .addLong(session.sessionId())
                        .addOffsetDateTime(at)
                        .addLong(by.staffId())
                        .addString(by.name())
                        .addString(json.write(new TreeMap<>(count.counts())))
                        .addLong(count.countedCents()))
                .map(this::first);
    }

    Uni<List<CashMovement>> movements(SqlClient client, long restaurantId, long sessionId, PageRequest page) {
        return client.preparedQuery(MOVEMENTS)
                .execute(Tuple.of(sessionId, restaurantId, page.after(), page.limit() + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CashStore::movement)
                        .toList());
    }

    private @Nullable CashSession first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : session(rows.iterator().next());
    }

    private List<CashSession> sessions(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(this::session)
                .toList();
    }

    private CashSession session(Row row) {
        String counts = row.getString("counts");
        return new CashSession(
                row.getLong("session_id"),
                row.getLong("restaurant_id"),
                row.getString("till"),
                row.getString("currency"),
                row.getLocalDate("business_date"),
                row.getOffsetDateTime("opened_at"),
                new Person(row.getLong("opened_by_id"), row.getString("opened_by_name")),
                row.getLong("float_cents"),
                row.getLong("expected_cents"),
                row.getOffsetDateTime("closed_at"),
                person(row, "closed_by"),
                counts == null ? null : json.read(counts, COUNTS),
                row.getLong("counted_cents"),
                row.getLong("difference_cents"));
    }

    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private static CashMovement movement(Row row) {
        return new CashMovement(
                row.getLong("movement_id"),
                row.getLong("session_id"),
                CashMovement.Kind.valueOf(row.getString("kind")),
                row.getLong("amount_cents"),
                row.getLong("payment_id"),
                row.getString("reason"),
                new Person(row.getLong("staff_id"), row.getString("staff_name")),
                person(row, "approved_by"),
                row.getOffsetDateTime("at"));
    }

    private static @Nullable Person person(Row row, String role) {
        Long staffId = row.getLong(role + "_id");
        return staffId == null ? null : new Person(staffId, row.getString(role + "_name"));
    }
}
