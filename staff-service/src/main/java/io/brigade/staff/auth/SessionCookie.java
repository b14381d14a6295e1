package io.brigade.staff.auth;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookie that holds a browser's refresh token: no script reads it, it travels by TLS, only from our own pages, and to
 * no other path than the one that renews and ends the session.
 */
final class SessionCookie {

    /** Browsers refuse this prefix without {@code Secure} (RFC 6265bis section 4.1.3.1). */
    static final String NAME = "__Secure-brigade-session";

    static final String PATH = "/api/auth/session";

    private SessionCookie() {}

    static NewCookie holding(RefreshToken token, Duration lifetime) {
        return cookie(token.text(), lifetime);
    }

    /** Takes the cookie away. */
    static NewCookie gone() {
        return cookie("", Duration.ZERO);
    }

    private static NewCookie cookie(String value, Duration maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge((int) maxAge.toSeconds())
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
