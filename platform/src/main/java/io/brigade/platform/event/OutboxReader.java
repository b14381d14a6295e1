package io.brigade.platform.event;

import io.brigade.platform.config.ServiceConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the outbox in commit-safe order and tidies what is no longer needed. */
@ApplicationScoped
class OutboxReader {

    /**
     * Rows of transactions older than any still running: no earlier row can appear any more. Sorted by the column, because
     * the text of the same name would sort 1000 before 999. Index: primary key.
     */
    private static final String AFTER = """
            SELECT xid::text AS xid, seq, type, restaurant_id, occurred_at, topics, data, traceparent, request_id
            FROM outbox
            WHERE (xid, seq) > ($1::text::xid8, $2) AND xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY outbox.xid, seq LIMIT $3""";

    /**
     * The last row that was surely relayed, ten minutes before the relay was last up to date: that covers what Redis or an
     * asynchronous replica can have lost. Handlers drop what they have applied already.
     */
    private static final String SURELY_RELAYED = """
            SELECT xid::text AS xid, seq FROM outbox
            WHERE occurred_at < (SELECT up_to_date_at FROM relay_progress) - interval '10 minutes'
            ORDER BY outbox.xid DESC, seq DESC LIMIT 1""";

    private static final String UP_TO_DATE = "UPDATE relay_progress SET up_to_date_at = now()";

    /** What the stream does not have yet. Index: primary key. */
    private static final String BACKLOG = """
            SELECT count(*) AS pending, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS age
            FROM outbox WHERE (xid, seq) > ($1::text::xid8, $2)""";

    /** The same when Redis has not been reached since this instance started: the relay notes its progress here too. */
    private static final String BACKLOG_SINCE_NOTED = """
            SELECT count(*) AS pending, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS age
            FROM outbox WHERE occurred_at > (SELECT up_to_date_at FROM relay_progress)""";

    private static final String TIMELINE = "SELECT left(pg_walfile_name(pg_current_wal_lsn()), 8) AS timeline";

    /** Committed events that wait for the stream; both figures are NaN while the database does not answer. */
    record Backlog(double pending, double oldestSeconds) {
        static final Backlog NONE = new Backlog(0, 0);
        static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN);

        private static Backlog from(RowSet<Row> rows) {
            Row row = rows.iterator().next();
            return new Backlog(row.getLong("pending"), row.getDouble("age"));
        }
    }

    private final Pool pool;
    private final ServiceConfig config;

    @Inject
    OutboxReader(Pool pool, ServiceConfig config) {
        this.pool = pool;
        this.config = config;
    }

    Uni<List<OutboxRow>> after(RelayMark mark, int most) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(Long.toString(mark.xid()), mark.seq(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> OutboxRow.from(row, config.service()))
                        .toList());
    }

    /** What waits after the relay's mark; an empty mark is one that is not known. */
    Uni<Backlog> backlog(String mark) {
        if (mark.isEmpty()) {
            return pool.query(BACKLOG_SINCE_NOTED).execute().map(Backlog::from);
        }
        RelayMark at = RelayMark.parse(mark);
        return pool.preparedQuery(BACKLOG)
                .execute(Tuple.of(Long.toString(at.xid()), at.seq()))
                .map(Backlog::from);
    }

    Uni<String> timeline() {
        return pool.query(TIMELINE).execute().map(rows -> rows.iterator().next().getString("timeline"));
    }

    /** Notes that everything committed so far has been relayed. */
    Uni<Void> upToDate() {
        return pool.query(UP_TO_DATE).execute().replaceWithVoid();
    }

    /** Where to start when Redis has no mark, or one of another timeline. */
    Uni<RelayMark> surelyRelayed(String timeline) {
        return pool.query(SURELY_RELAYED).execute().map(rows -> first(rows, timeline));
    }

    /** Deletes what is past its time. */
    Uni<Void> tidy() {
        OffsetDateTime old =
                OffsetDateTime.now(ZoneOffset.UTC).minus(config.events().outboxRetention());
        return pool.preparedQuery("DELETE FROM outbox WHERE occurred_at < $1")
                .execute(Tuple.of(old))
                .chain(() -> pool.preparedQuery("DELETE FROM inbox WHERE applied_at < $1")
                        .execute(Tuple.of(old)))
                .chain(() -> pool.query("DELETE FROM idempotency_records WHERE expires_at < now()")
                        .execute())
                // A day beyond their end, so that no clock that is behind makes a used approval good again.
                .chain(() -> pool.query("DELETE FROM approvals_used WHERE expires_at < now() - interval '1 day'")
                        .execute())
                .replaceWithVoid();
    }

    private static RelayMark first(RowSet<Row> rows, String timeline) {
        for (Row row : rows) {
            return new RelayMark(timeline, Long.parseLong(row.getString("xid")), row.getLong("seq"));
        }
        return RelayMark.start(timeline);
    }
}
