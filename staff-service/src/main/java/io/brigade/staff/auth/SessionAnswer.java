package io.brigade.staff.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access token for a browser, which keeps it in memory only. The refresh token is in a cookie that it can't read. */
public record SessionAnswer(
        @Schema(description = "A JWT.", examples = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMDEifQ.c2lnbmF0dXJl")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,
        @Schema(description = "Seconds.", examples = "900") long expiresIn,
        TokenAnswer.Staff staff) {

    static SessionAnswer of(SignedIn signedIn) {
        return new SessionAnswer(
                signedIn.accessToken(),
                "Bearer",
                signedIn.lifetime().toSeconds(),
                TokenAnswer.Staff.of(signedIn.staff()));
    }

    @Override
    public String toString() {
        return "SessionAnswer[" + staff + "]"; // never the token
    }
}
