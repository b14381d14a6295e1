package io.brigade.staff.auth;

import io.brigade.platform.security.ApprovalAction;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A manager's code and PIN, typed on somebody else's device, and what they approve. */
public record ApprovalRequest(
        @NotNull @Size(min = 1, max = 12) @Schema(description = "The manager's.", examples = "4001")
        String staffCode,

        @NotNull @Pattern(regexp = "[0-9]{4,8}") @Schema(description = "The manager's.", examples = "8462")
        String pin,

        @NotNull @Schema(examples = "VOID") ApprovalAction action,

        @NotNull @PositiveOrZero @Schema(description = "0 for DRAWER: it is about no order.", examples = "78")
        Long orderId) {

    @Override
    public String toString() {
        return "ApprovalRequest[" + action + " " + orderId + "]"; // never the PIN
    }
}
