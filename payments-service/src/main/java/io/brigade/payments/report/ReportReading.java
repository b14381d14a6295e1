package io.brigade.payments.report;

import io.brigade.platform.log.StepLog;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads reports from the replica, all of one moment; from the primary when the replica does not answer. */
@ApplicationScoped
class ReportReading {

    private static final StepLog LOG = StepLog.of(ReportReading.class);
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    /** A replica knows of nothing later than the last commit that it has replayed. */
    private static final String AS_OF = """
            SELECT CASE WHEN pg_is_in_recovery() THEN coalesce(pg_last_xact_replay_timestamp(), '-infinity')
                ELSE now() END AS as_of""";

    private final Pool replica;
    private final Pool primary;

    @Inject
    ReportReading(@ReactiveDataSource(ReplicaPool.NAME) Pool replica, Pool primary) {
        this.replica = replica;
        this.primary = primary;
    }

    /** What the work reads; it is given a connection and until when what it reads is complete. */
    <T> Uni<T> read(BiFunction<SqlConnection, OffsetDateTime, Uni<T>> work) {
        return readFrom(replica, work).onFailure().recoverWithUni(failure -> {
            LOG.warn("the replica does not answer").with("reason", failure).write();
            return readFrom(primary, work);
        });
    }

    private static <T> Uni<T> readFrom(Pool pool, BiFunction<SqlConnection, OffsetDateTime, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .query(ONE_MOMENT)
                .execute()
                .chain(() -> connection.query(AS_OF).execute())
                .map(rows -> rows.iterator().next().getOffsetDateTime("as_of"))
                .chain(asOf -> work.apply(connection, asOf)));
    }

    static <T> Uni<List<T>> list(SqlConnection connection, String sql, Tuple parameters, Function<Row, T> read) {
        return connection.preparedQuery(sql).execute(parameters).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(read)
                .toList());
    }
}
