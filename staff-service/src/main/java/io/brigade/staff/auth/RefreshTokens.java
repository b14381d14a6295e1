package io.brigade.staff.auth;

import io.brigade.platform.sql.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Refresh tokens: random, stored as hashes, good for one use. A second use means that somebody else has a copy, and
 * ends every token that descends from the same sign-in (RFC 9700 section 4.14.2).
 */
@ApplicationScoped
public class RefreshTokens {

    /**
     * How long a browser may send a used token once more. Its answer may have been lost on the way, or two tabs may have
     * renewed at once; neither may throw a waiter out. It gets the same successor again, never a second one, and only
     * while that one is unused: a thief with a copy shares the one chain of tokens with its owner, and whoever of the two
     * comes later than this ends it for both. Much shorter than the time between two renewals, or nobody ever would.
     */
    static final Duration GRACE = Duration.ofMinutes(2);

    private static final String USE = """
            UPDATE refresh_tokens t SET used_at = now(), successor_sealed = $2
            FROM staff_members s JOIN restaurants r USING (restaurant_id)
            WHERE t.token_hash = $1 AND t.used_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now()
              AND s.staff_id = t.staff_id AND s.active
            RETURNING t.family, %s""".formatted(SignedInStaff.COLUMNS);

    private static final String USED_JUST_NOW = """
            SELECT t.successor_sealed, %s
            FROM refresh_tokens t
            JOIN staff_members s ON s.staff_id = t.staff_id AND s.active
            JOIN restaurants r ON r.restaurant_id = s.restaurant_id
            WHERE t.token_hash = $1 AND t.used_at > now() - make_interval(secs => $2) AND t.revoked_at IS NULL
              AND t.expires_at > now() AND t.successor_sealed IS NOT NULL""".formatted(SignedInStaff.COLUMNS);

    private static final String UNUSED = """
            SELECT 1 FROM refresh_tokens
            WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()""";

    private static final String REVOKE_FAMILY = """
            UPDATE refresh_tokens SET revoked_at = now()
            WHERE family = (SELECT family FROM refresh_tokens WHERE token_hash = $1) AND revoked_at IS NULL""";

    private static final String INSERT =
            "INSERT INTO refresh_tokens (token_hash, family, staff_id, expires_at) VALUES ($1, $2, $3, $4)";

    private final Duration lifetime;

    @Inject
    RefreshTokens(AuthConfig config) {
        this.lifetime = config.token().refreshLifetime();
    }

    /** A token and its owner. */
    record Issued(RefreshToken token, SignedInStaff staff) {}

    /** How long a token is good when it is not used. */
    Duration lifetime() {
        return lifetime;
    }

    /** Issues a token in a family of its own. */
    Uni<Issued> issue(SqlConnection connection, SignedInStaff staff) {
        return insert(connection, new Issued(RefreshToken.random(), staff), UUID.randomUUID());
    }

    /** Uses a token up and issues its successor; empty when it is not valid. */
    Uni<Optional<Issued>> rotate(SqlConnection connection, RefreshToken token) {
        RefreshToken successor = RefreshToken.random();
        return connection
                .preparedQuery(USE)
                .execute(Tuple.of(hash(token), Buffer.buffer(token.seal(successor))))
                .map(RefreshTokens::first)
                .chain(used -> used.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : insert(
                                        connection,
                                        new Issued(successor, SignedInStaff.from(used.get())),
                                        used.get().getUUID("family"))
                                .map(Optional::of));
    }

    /** The successor of a token that was used within {@link #GRACE}, once more; empty when there is none to be given. */
    Uni<Optional<Issued>> repeat(SqlConnection connection, RefreshToken token) {
        return connection
                .preparedQuery(USED_JUST_NOW)
                .execute(Tuple.of(hash(token), (double) GRACE.toSeconds()))
                .map(rows -> first(rows)
                        .map(row -> new Issued(
                                token.open(row.getBuffer("successor_sealed").getBytes()), SignedInStaff.from(row))))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : connection
                                .preparedQuery(UNUSED)
                                .execute(Tuple.of(hash(found.get().token())))
                                .map(rows -> first(rows).flatMap(_ -> found)));
    }

    /** Ends the token and all that descend from the same sign-in; it need not be valid any more. */
    Uni<Void> revokeFamily(SqlConnection connection, RefreshToken token) {
        return connection
                .preparedQuery(REVOKE_FAMILY)
                .execute(Tuple.of(hash(token)))
                .replaceWithVoid();
    }

    /** Ends all tokens of a person. */
    public Uni<Integer> revokeAll(Work work, long staffId) {
        return work.update(
                "UPDATE refresh_tokens SET revoked_at = now() WHERE staff_id = $1 AND revoked_at IS NULL",
                List.of(staffId));
    }

    private Uni<Issued> insert(SqlConnection connection, Issued issued, UUID family) {
        OffsetDateTime expiry = OffsetDateTime.now(ZoneOffset.UTC).plus(lifetime);
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(hash(issued.token()), family, issued.staff().staffId(), expiry))
                .replaceWith(issued);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(row);
        }
        return Optional.empty();
    }

    private static Buffer hash(RefreshToken token) {
        return Buffer.buffer(token.hash());
    }
}
