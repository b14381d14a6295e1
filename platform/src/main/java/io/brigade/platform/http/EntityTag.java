package io.brigade.platform.http;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags made of versions, RFC 9110 section 8.8.3. */
public final class EntityTag {

    private EntityTag() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** Whether {@code If-None-Match} names this tag (weak comparison, RFC 9110 section 13.1.2). */
    public static boolean isNamedIn(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(named -> named.startsWith("W/") ? named.substring(2) : named)
                        .anyMatch(named -> named.equals("*") || named.equals(tag));
    }

    /** Fails with 412 and the current state when {@code If-Match} was sent and does not name this version. */
    public static void requireMatch(@Nullable String ifMatch, long version, Object current) {
        if (ifMatch != null && !isNamedIn(ifMatch, of(version))) {
            throw ProblemException.of(CommonProblem.VERSION_MISMATCH, "Look at the current state and decide again.")
                    .withCurrent(current);
        }
    }

    /** A 200 with its tag, or a 304 when the client has this version already. */
    public static Response answer(Object view, long version, @Nullable String ifNoneMatch) {
        String tag = of(version);
        Response.ResponseBuilder answer = isNamedIn(ifNoneMatch, tag) ? Response.notModified() : Response.ok(view);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
