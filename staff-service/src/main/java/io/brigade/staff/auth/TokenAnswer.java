package io.brigade.staff.auth;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tokens, in the shape of RFC 6749 section 5.1, and who they are for. */
public record TokenAnswer(
        String accessToken,
        @Schema(examples = "Bearer") String tokenType,
        @Schema(description = "Seconds.", examples = "900") long expiresIn,
        @Schema(description = "Good for one use.") String refreshToken,
        Staff staff) {

    /** Who signed in. */
    public record Staff(long staffId, String name, Set<String> roles, long restaurantId) {}

    static TokenAnswer of(String accessToken, long expiresIn, String refreshToken, SignedInStaff staff) {
        return new TokenAnswer(
                accessToken,
                "Bearer",
                expiresIn,
                refreshToken,
                new Staff(staff.staffId(), staff.name(), staff.roles(), staff.restaurantId()));
    }

    @Override
    public String toString() {
        return "TokenAnswer[" + staff + "]"; // never the tokens
    }
}
