package io.brigade.platform.paging;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: keyset paging by id, so that a page costs the same wherever it is. */
public class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1) @Max(200) @Parameter(description = "Entries per page.")
    int limit;

    @QueryParam("cursor")
    @Parameter(description = "next_cursor of the page before.")
    @Nullable String cursor;

    /** Most entries on the page. */
    public int limit() {
        return limit;
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
