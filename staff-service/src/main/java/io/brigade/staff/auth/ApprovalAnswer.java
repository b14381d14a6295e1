package io.brigade.staff.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An approval to be sent with the action it is for, and who gave it. */
public record ApprovalAnswer(
        @Schema(
                description = "Send it as approval_token with the action. Good for one use, by who asked for it.",
                examples = "eyJhbGciOiJSUzI1NiJ9.eyJhY3Rpb24iOiJWT0lEIn0.c2lnbmF0dXJl")
        String approvalToken,

        @Schema(description = "Seconds.", examples = "300") long expiresIn,
        ApprovedBy approvedBy) {

    /** The manager. */
    public record ApprovedBy(
            @Schema(examples = "105") long staffId,
            @Schema(examples = "Sophie") String name) {}

    @Override
    public String toString() {
        return "ApprovalAnswer[" + approvedBy + "]"; // never the token
    }
}
