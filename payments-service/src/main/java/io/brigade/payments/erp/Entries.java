package io.brigade.payments.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads entries. */
@ApplicationScoped
class Entries {

    private static final String FROM = "SELECT " + EntrySummary.COLUMNS + ", e.seq"
            + " FROM accounting_entries e JOIN accounting_deliveries d USING (entry_id) WHERE ";

    private static final String LIST = FROM + "e.restaurant_id = $1 AND e.seq < $2 ORDER BY e.seq DESC LIMIT $3";

    private static final String LIST_BY_STATE =
            FROM + "d.restaurant_id = $1 AND d.seq < $2 AND d.state = $4 ORDER BY d.seq DESC LIMIT $3";

    private static final String ONE = "SELECT " + EntrySummary.COLUMNS + ", e.document"
            + " FROM accounting_entries e JOIN accounting_deliveries d USING (entry_id)"
            + " WHERE e.restaurant_id = $1 AND entry_id = $2";

    private final Pool pool;
    private final ObjectMapper json;

    @Inject
    Entries(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Newest first. */
    Uni<Page<EntrySummary>> list(long restaurantId, @Nullable DeliveryState state, PageRequest page) {
        Tuple values = Tuple.of(restaurantId, page.before(), page.limit() + 1L);
        return (state == null
                        ? pool.preparedQuery(LIST).execute(values)
                        : pool.preparedQuery(LIST_BY_STATE).execute(values.addString(state.name())))
                .map(rows -> Page.of(list(rows), page, row -> row.getLong("seq"), EntrySummary::from));
    }

    /** One of the restaurant's entries; fails with 404. */
    Uni<EntryView> get(long restaurantId, UUID entryId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(restaurantId, entryId))
                .map(RowSet::iterator)
                .map(found -> view(found, entryId));
    }

    private EntryView view(RowIterator<Row> found, UUID entryId) {
        if (!found.hasNext()) {
            throw ProblemException.notFound("accounting entry", entryId);
        }
        Row row = found.next();
        return new EntryView(EntrySummary.from(row), read(row.getString("document")));
    }

    /** The entry that a stored document tells of. */
    AccountingEntry read(String document) {
        try {
            return json.readValue(document, AccountingEntry.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("an entry of the books is unreadable", unreadable);
        }
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
