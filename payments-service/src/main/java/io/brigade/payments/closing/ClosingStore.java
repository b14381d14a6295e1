package io.brigade.payments.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.book.Seller;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes closings. */
@ApplicationScoped
class ClosingStore {

    private static final String INSERT = """
            INSERT INTO closings (closing_id, restaurant_id, kind, closing_no, first_day, last_day, closed_at,
                perpetual_net_cents, perpetual_vat_cents, perpetual_sales_cents, perpetual_credit_cents, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String LAST = """
            SELECT closing_no, last_day FROM closings WHERE restaurant_id = $1 AND kind = $2
            ORDER BY last_day DESC LIMIT 1""";

    private static final String PERPETUAL = """
            SELECT perpetual_net_cents, perpetual_vat_cents, perpetual_sales_cents, perpetual_credit_cents FROM closings
            WHERE restaurant_id = $1 AND kind = 'DAY' AND last_day <= $2 ORDER BY last_day DESC LIMIT 1""";

    private static final String FIRST_BOOKED = """
            SELECT business_date FROM day_totals
            WHERE restaurant_id = $1 AND business_date > coalesce($2::date, '-infinity') AND business_date <= $3
            ORDER BY business_date LIMIT 1""";

    private static final String SELLER = """
            SELECT seller FROM day_totals WHERE restaurant_id = $1 AND business_date <= $2 AND seller IS NOT NULL
            ORDER BY business_date DESC LIMIT 1""";

    private static final String OPEN_BILLS = "SELECT count(*) FROM bills WHERE restaurant_id = $1"
            + " AND paid_cents - refunded_cents < total_cents - credited_cents";

    private static final String LIST = """
            SELECT content FROM closings
            WHERE restaurant_id = $1 AND closing_id < $2 AND ($3::text IS NULL OR kind = $3)
            ORDER BY closing_id DESC LIMIT $4""";

    private static final String FIND = "SELECT content FROM closings WHERE restaurant_id = $1 AND closing_id = $2";

    private static final String LAST_DAY_CLOSED_AT = """
            SELECT extract(epoch FROM closed_at)::double precision FROM closings WHERE kind = 'DAY'
            ORDER BY closing_id DESC LIMIT 1""";

    private final Pool pool;
    private final ObjectMapper json;

    @Inject
    ClosingStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** The newest closing of a kind. */
    record Last(long closingNo, LocalDate lastDay) {}

    Uni<@Nullable Last> last(Transaction transaction, long restaurantId, ClosingKind kind) {
        return transaction
                .first(LAST, List.of(restaurantId, kind.name()))
                .map(row -> row == null ? null : new Last(number(row.getFirst()), (LocalDate) row.getLast()));
    }

    /** The first day with bookings that is later than one (null: from the beginning) and not later than the other. */
    Uni<@Nullable LocalDate> firstBooked(
            Transaction transaction, long restaurantId, @Nullable LocalDate after, LocalDate through) {
        return transaction
                .first(FIRST_BOOKED, Arrays.asList(restaurantId, after, through))
                .map(row -> row == null ? null : (LocalDate) row.getFirst());
    }

    /** What was sold from the beginning until that day, as far as days are closed. */
    Uni<Sums> perpetual(Transaction transaction, long restaurantId, LocalDate through) {
        return transaction
                .first(PERPETUAL, List.of(restaurantId, through))
                .map(row -> row == null
                        ? Sums.NOTHING
                        : new Sums(
                                number(row.get(0)),
                                number(row.get(1)),
                                number(row.get(0)) + number(row.get(1)),
                                number(row.get(2)),
                                number(row.get(3))));
    }

    /** Who sold, as the last ticket until that day says. */
    Uni<@Nullable Seller> seller(Transaction transaction, long restaurantId, LocalDate through) {
        return transaction
                .first(SELLER, List.of(restaurantId, through))
                .map(row -> row == null ? null : read((String) row.getFirst(), Seller.class));
    }

    /** How many bills are paid in part. */
    Uni<Long> openBills(Transaction transaction, long restaurantId) {
        return transaction
                .first(OPEN_BILLS, List.of(restaurantId))
                .map(row -> row == null ? 0L : number(row.getFirst()));
    }

    Uni<Long> nextId(Transaction transaction) {
        return transaction
                .first("SELECT nextval('closings_seq')", List.of())
                .map(row -> row == null ? 0L : number(row.getFirst()));
    }

    Uni<Void> insert(Transaction transaction, Closing closing) {
        Sums perpetual = closing.perpetual();
        return transaction
                .update(
                        INSERT,
                        List.of(
                                closing.closingId(),
                                closing.restaurantId(),
                                closing.kind().name(),
                                closing.closingNo(),
                                closing.firstDay(),
                                closing.lastDay(),
                                closing.closedAt(),
                                perpetual.netCents(),
                                perpetual.vatCents(),
                                perpetual.salesCents(),
                                perpetual.creditCents(),
                                write(closing)))
                .replaceWithVoid();
    }

    /** The page, newest first, and one more. */
    Uni<List<Closing>> list(long restaurantId, @Nullable ClosingKind kind, PageRequest page) {
        Tuple parameters = Tuple.of(restaurantId, page.before(), kind == null ? null : kind.name(), page.limit() + 1);
        return pool.withConnection(connection -> read(connection, LIST, parameters));
    }

    /** The closing; null when the restaurant has none of that id. */
    Uni<@Nullable Closing> find(long restaurantId, long closingId) {
        return pool.withConnection(connection -> read(connection, FIND, Tuple.of(restaurantId, closingId)))
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    /** When a day was last closed, in seconds since 1970; NaN while none was. */
    Uni<Double> lastDayClosedAt() {
        return pool.query(LAST_DAY_CLOSED_AT)
                .execute()
                .map(rows -> rows.rowCount() == 0
                        ? Double.NaN
                        : rows.iterator().next().getDouble(0));
    }

    private Uni<List<Closing>> read(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> read(row.getString("content"), Closing.class))
                .toList());
    }

    private String write(Closing closing) {
        try {
            return json.writeValueAsString(closing);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a closing is not readable", broken);
        }
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
