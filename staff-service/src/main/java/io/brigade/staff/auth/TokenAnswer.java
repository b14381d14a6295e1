package io.brigade.staff.auth;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tokens, in the shape of RFC 6749 section 5.1, and who they are for. */
public record TokenAnswer(
        @Schema(description = "A JWT.", examples = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMDEifQ.c2lnbmF0dXJl")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,
        @Schema(description = "Seconds.", examples = "900") long expiresIn,

        @Schema(description = "Good for one use.", examples = "9vJ0sXy3mZtqk1rWb7cN2dFhL5pA8eGiKuQoTzVxYRE")
        String refreshToken,

        Staff staff) {

    /** Who signed in. */
    public record Staff(
            @Schema(examples = "101") long staffId,
            @Schema(examples = "Camille") String name,
            @Schema(examples = "[\"WAITER\"]") Set<String> roles,
            @Schema(examples = "1") long restaurantId) {

        static Staff of(SignedInStaff staff) {
            return new Staff(staff.staffId(), staff.name(), staff.roles(), staff.restaurantId());
        }
    }

    static TokenAnswer of(SignedIn signedIn) {
        return new TokenAnswer(
                signedIn.accessToken(),
                "Bearer",
                signedIn.lifetime().toSeconds(),
                signedIn.refreshToken().text(),
                Staff.of(signedIn.staff()));
    }

    @Override
    public String toString() {
        return "TokenAnswer[" + staff + "]"; // never the tokens
    }
}
