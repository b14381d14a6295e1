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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Refresh tokens: random, stored as hashes, good for one use. A second use means that somebody else has a copy, and
 * ends every token that descends from the same sign-in (RFC 9700 section 4.14.2).
 */
@ApplicationScoped
public class RefreshTokens {

    private static final String USE = """
            UPDATE refresh_tokens t SET used_at = now()
            FROM staff_members s JOIN restaurants r USING (restaurant_id)
            WHERE t.token_hash = $1 AND t.used_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now()
              AND s.staff_id = t.staff_id AND s.active
            RETURNING t.family, %s""".formatted(SignedInStaff.COLUMNS);

    private static final String REVOKE_FAMILY = """
            UPDATE refresh_tokens SET revoked_at = now()
            WHERE family = (SELECT family FROM refresh_tokens WHERE token_hash = $1) AND revoked_at IS NULL""";

    private static final String INSERT =
            "INSERT INTO refresh_tokens (token_hash, family, staff_id, expires_at) VALUES ($1, $2, $3, $4)";

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final AuthConfig config;

    @Inject
    RefreshTokens(AuthConfig config) {
        this.config = config;
    }

    /** A used token's family and owner. */
    record Used(UUID family, SignedInStaff staff) {}

    /** Issues a token in a family of its own. */
    Uni<String> issue(SqlConnection connection, long staffId) {
        return issue(connection, staffId, UUID.randomUUID());
    }

    /** Issues the successor of a used token. */
    Uni<String> issue(SqlConnection connection, long staffId, UUID family) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OffsetDateTime expiry =
                OffsetDateTime.now(ZoneOffset.UTC).plus(config.token().refreshLifetime());
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(hash(token), family, staffId, expiry))
                .replaceWith(token);
    }

    /** Uses a token up. Empty when it is not valid; its whole family is then revoked, and that must commit. */
    Uni<Optional<Used>> use(SqlConnection connection, String token) {
        Tuple hashed = Tuple.of(hash(token));
        return connection.preparedQuery(USE).execute(hashed).chain(rows -> {
            Optional<Used> used = first(rows);
            return used.isPresent()
                    ? Uni.createFrom().item(used)
                    : connection.preparedQuery(REVOKE_FAMILY).execute(hashed).replaceWith(used);
        });
    }

    /** Ends all tokens of a person. */
    public Uni<Integer> revokeAll(Work work, long staffId) {
        return work.update(
                "UPDATE refresh_tokens SET revoked_at = now() WHERE staff_id = $1 AND revoked_at IS NULL",
                List.of(staffId));
    }

    private static Optional<Used> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Used(row.getUUID("family"), SignedInStaff.from(row)));
        }
        return Optional.empty();
    }

    private static Buffer hash(String token) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
