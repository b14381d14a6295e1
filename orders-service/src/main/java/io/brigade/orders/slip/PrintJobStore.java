package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import io.brigade.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads and writes slips. */
@ApplicationScoped
class PrintJobStore {

    private final Pool pool;

    @Inject
    PrintJobStore(Pool pool) {
        this.pool = pool;
    }

    /** What waits for printers of all restaurants. */
    record Waiting(long jobs, double oldestSeconds) {}

    /** Slips by id; one more than the page holds, if there is one. */
    Uni<List<PrintJob>> list(
            long restaurantId, PageRequest page, @Nullable Station printer, @Nullable PrintJobState state) {
        return pool.preparedQuery(state == null ? SlipSql.listWaiting() : SlipSql.list(state))
                .execute(
                        Tuple.of(restaurantId, page.after(), page.limit() + 1, printer == null ? null : printer.name()))
                .map(PrintJobStore::jobs);
    }

    /** What a slip says; null for an unknown id and for another restaurant's. */
    Uni<@Nullable SlipData> slip(long restaurantId, long jobId) {
        return pool.preparedQuery(SlipSql.SLIP)
                .execute(Tuple.of(restaurantId, jobId))
                .map(rows -> stream(rows).findFirst().map(SlipData::from).orElse(null));
    }

    /** By the station whose printer they wait for. */
    Uni<Map<String, Waiting>> waiting() {
        return pool.query(SlipSql.WAITING).execute().map(rows -> stream(rows)
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getString("printer"),
                        row -> new Waiting(row.getLong("waiting"), row.getDouble("oldest_seconds")))));
    }

    /** Deletes what is past its time, and tells how many of them were never printed. */
    Uni<Long> tidy() {
        return pool.query(SlipSql.TIDY)
                .execute()
                .map(rows -> rows.iterator().next().getLong("unprinted"));
    }

    static Uni<List<PrintJob>> claim(SqlConnection connection, long restaurantId, ClaimRequest request) {
        return connection
                .preparedQuery(SlipSql.CLAIM)
                .execute(Tuple.of(restaurantId, request.printer().name(), request.most()))
                .map(PrintJobStore::jobs);
    }

    /** State of a slip that is locked now; null for an unknown id and for another restaurant's. */
    static Uni<@Nullable PrintJobState> lock(SqlConnection connection, long restaurantId, long jobId) {
        return connection
                .preparedQuery(SlipSql.LOCK)
                .execute(Tuple.of(restaurantId, jobId))
                .map(rows -> stream(rows)
                        .findFirst()
                        .map(row -> PrintJobState.valueOf(row.getString("state")))
                        .orElse(null));
    }

    static Uni<PrintJob> printed(SqlConnection connection, long jobId) {
        return connection
                .preparedQuery(SlipSql.PRINTED)
                .execute(Tuple.of(jobId))
                .map(rows -> PrintJob.from(rows.iterator().next()));
    }

    static Uni<PrintJob> failed(SqlConnection connection, long jobId, String reason) {
        return connection
                .preparedQuery(SlipSql.FAILED)
                .execute(Tuple.of(jobId, reason))
                .map(rows -> PrintJob.from(rows.iterator().next()));
    }

    /** How many went. */
    static Uni<Integer> reroute(SqlConnection connection, long restaurantId, RerouteRequest request) {
        Tuple parameters = Tuple.of(
                restaurantId, request.fromPrinter().name(), request.toPrinter().name());
        parameters.addArrayOfLong(
                request.jobIds() == null ? null : request.jobIds().toArray(Long[]::new));
        return connection.preparedQuery(SlipSql.REROUTE).execute(parameters).map(RowSet::rowCount);
    }

    /** Whether all of these are slips of that restaurant. */
    static Uni<Boolean> knowsAll(SqlConnection connection, long restaurantId, List<Long> jobIds) {
        return connection
                .preparedQuery(SlipSql.COUNT_KNOWN)
                .execute(Tuple.of(restaurantId, jobIds.toArray(Long[]::new)))
                .map(rows -> rows.iterator().next().getLong("count") == new HashSet<>(jobIds).size());
    }

    private static List<PrintJob> jobs(RowSet<Row> rows) {
        return stream(rows).map(PrintJob::from).toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
