package io.brigade.payments.fiscal;

import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the journal. */
@ApplicationScoped
class JournalStore {

    private static final String AFTER = """
            SELECT document, hash, signature FROM fiscal_entries
            WHERE restaurant_id = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence LIMIT $4""";

    /** Index: fiscal_entries_by_kind, or the primary key for all kinds. */
    private static final String PAGE = """
            SELECT document, hash, signature FROM fiscal_entries
            WHERE restaurant_id = $1 AND sequence < $2 AND ($3::text IS NULL OR kind = $3)
            ORDER BY sequence DESC LIMIT $4""";

    /** Index: fiscal_entries_by_time. What is recorded later has a greater number. */
    private static final String RANGE = """
            SELECT coalesce(min(sequence), 0) AS first, coalesce(max(sequence), 0) AS last FROM fiscal_entries
            WHERE restaurant_id = $1 AND recorded_at >= $2 AND recorded_at < $3""";

    private final Pool pool;

    @Inject
    JournalStore(Pool pool) {
        this.pool = pool;
    }

    /** The numbers of a period's first and last entry; 0 and 0 when there is none. */
    record Range(long first, long last) {}

    /** Entries with numbers after one and up to another, at most so many. */
    Uni<List<SignedEntry>> after(long restaurantId, long sequence, long upTo, int most) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(restaurantId, sequence, upTo, most))
                .map(JournalStore::entries);
    }

    /** Newest first. */
    Uni<List<SignedEntry>> page(long restaurantId, long before, @Nullable Kind kind, int most) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(restaurantId, before, kind == null ? null : kind.name(), most))
                .map(JournalStore::entries);
    }

    /** What was recorded within a period. */
    Uni<Range> range(long restaurantId, Instant from, Instant before) {
        return pool.preparedQuery(RANGE)
                .execute(Tuple.of(restaurantId, Times.text(from), Times.text(before)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Range(row.getLong("first"), row.getLong("last")));
    }

    private static List<SignedEntry> entries(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                        new SignedEntry(row.getString("document"), row.getString("hash"), row.getString("signature")))
                .toList();
    }
}
