package io.brigade.staff.auth;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that pages of other sites make with our cookie. SameSite keeps it from other sites already, not from
 * another host of ours; every browser names the page's origin with a POST or DELETE, so one without is refused too.
 */
final class OwnPages {

    private static final String ORIGIN = "Origin";

    private OwnPages() {}

    /** Fails with 403 unless the page that asks has come from the host that is asked. */
    static void require(HttpHeaders headers) {
        String host = headers.getHeaderString(HttpHeaders.HOST);
        if (host == null || !host.equals(authority(headers.getHeaderString(ORIGIN)))) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "Only the application's own pages may call this. Use POST /api/auth/token.");
        }
    }

    private static @Nullable String authority(@Nullable String origin) {
        try {
            return origin == null ? null : URI.create(origin).getAuthority();
        } catch (IllegalArgumentException notAnOrigin) {
            return null;
        }
    }
}
