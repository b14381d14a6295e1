package io.brigade.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.CurrentCaller;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from the current request what idempotency needs. */
@RequestScoped
public class CurrentWrite {

    /** Request header, draft-ietf-httpapi-idempotency-key-header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration KEPT = Duration.ofDays(2);
    /** Beyond any audit: French law keeps accounting records for ten years (Code de commerce, art. L123-22). */
    private static final OffsetDateTime FOR_GOOD = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final CurrentCaller caller;
    private final RoutingContext request;
    private final ObjectMapper json;

    @Inject
    CurrentWrite(CurrentCaller caller, RoutingContext request, ObjectMapper json) {
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    /** A write whose key is optional. */
    public WriteRequest of(Object body) {
        return of(caller.get(), body);
    }

    /** The same by somebody who has no token. */
    public WriteRequest of(Caller someone, Object body) {
        return write(someone, body, key(), OffsetDateTime.now(ZoneOffset.UTC).plus(KEPT));
    }

    /** A write of money: its key is required, and kept as long as what it made. */
    public WriteRequest ofMoney(Object body) {
        String key = key();
        if (key == null) {
            throw ProblemException.of(
                    CommonProblem.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key header with a new value for each new request.");
        }
        return write(caller.get(), body, key, FOR_GOOD);
    }

    private WriteRequest write(Caller who, Object body, @Nullable String key, OffsetDateTime keptUntil) {
        String operation = request.request().method().name() + " " + request.normalizedPath();
        return new WriteRequest(who, operation, key, key == null ? new byte[0] : hash(body), keptUntil);
    }

    private @Nullable String key() {
        String key = request.request().getHeader(HEADER);
        if (key != null && !ACCEPTED.matcher(key).matches()) {
            throw ProblemException.of(
                    CommonProblem.IDEMPOTENCY_KEY_INVALID, "Use 1 to 64 letters, digits, hyphens or underscores.");
        }
        return key;
    }

    private byte[] hash(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
