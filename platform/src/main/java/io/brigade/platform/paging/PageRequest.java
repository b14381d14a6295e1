package io.brigade.platform.paging;

import io.brigade.platform.http.QueryValue;
import io.brigade.platform.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: keyset paging by id, so that a page costs the same wherever it is. */
public class PageRequest {

    private static final long DEFAULT_LIMIT = 50;
    private static final long GREATEST_LIMIT = 200;

    @QueryParam("limit")
    @Parameter(
            description = "Entries per page.",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "next_cursor of the page before.")
    @Nullable String cursor;

    /** Most entries on the page, 1 to 200; anything else is a 400. */
    public int limit() {
        Long asked = QueryValue.number("limit", limit);
        long most = asked == null ? DEFAULT_LIMIT : asked;
        if (most < 1 || most > GREATEST_LIMIT) {
            throw ProblemException.invalid("limit", "must be a number from 1 to " + GREATEST_LIMIT);
        }
        return Math.toIntExact(most);
    }

    /** Id of the last entry of the page before; 0 on the first page. A made-up cursor is a 400. */
    public long after() {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException madeUp) {
            throw ProblemException.invalid("cursor", "must be a next_cursor that was given to you");
        }
    }

    /** The same for lists that run from the newest to the oldest: greater than any id on the first page. */
    public long before() {
        return cursor == null ? Long.MAX_VALUE : after();
    }

    static String cursorAfter(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }
}
