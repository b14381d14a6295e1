package io.brigade.staff.auth;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts wrong PINs. From the third on the code is locked, for five seconds and twice as long each time, up to a quarter
 * of an hour. An attempt is counted as failed before its PIN is checked, so that many at once get no more guesses than
 * one after another.
 */
@ApplicationScoped
class SignInAttempts {

    private static final String BEGIN = """
            UPDATE staff_members s
            SET failed_attempts = failed_attempts + 1,
                locked_until = CASE WHEN failed_attempts < 2 THEN NULL
                    ELSE now() + make_interval(secs => least(900, 5 * power(2, least(failed_attempts - 2, 20)))) END
            FROM restaurants r
            WHERE s.staff_code = $1 AND s.active AND (s.locked_until IS NULL OR s.locked_until <= now())
              AND r.restaurant_id = s.restaurant_id
            RETURNING s.pin_hash, %s""".formatted(SignedInStaff.COLUMNS);

    private static final String LOCKED = """
            SELECT ceil(extract(epoch FROM locked_until - now()))::bigint AS seconds FROM staff_members
            WHERE staff_code = $1 AND active AND locked_until > now()""";

    private final Pool pool;

    @Inject
    SignInAttempts(Pool pool) {
        this.pool = pool;
    }

    /** An attempt that may go on to the PIN. */
    record Attempt(String pinHash, SignedInStaff staff) {}

    /** Empty when nobody has this code or it is locked. */
    Uni<Optional<Attempt>> begin(String staffCode) {
        return pool.preparedQuery(BEGIN).execute(Tuple.of(staffCode)).map(rows -> first(rows)
                .map(row -> new Attempt(row.getString("pin_hash"), SignedInStaff.from(row))));
    }

    /** How long the code stays locked; empty when it is not. */
    Uni<Optional<Duration>> lockedFor(String staffCode) {
        return pool.preparedQuery(LOCKED).execute(Tuple.of(staffCode)).map(rows -> first(rows)
                .map(row -> Duration.ofSeconds(row.getLong("seconds"))));
    }

    /** Forgets the wrong PINs: the right one was given. */
    Uni<Void> succeeded(SqlConnection connection, long staffId) {
        return connection
                .preparedQuery("UPDATE staff_members SET failed_attempts = 0, locked_until = NULL WHERE staff_id = $1")
                .execute(Tuple.of(staffId))
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(row);
        }
        return Optional.empty();
    }
}
