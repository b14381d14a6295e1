package io.brigade.staff.auth;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Staff code and PIN, typed in a browser. */
public record SessionRequest(
        @NotNull @Size(min = 1, max = 12) @Schema(examples = "1001")
        String staffCode,

        @NotNull @Pattern(regexp = "[0-9]{4,8}") @Schema(examples = "4821")
        String pin) {

    @Override
    public String toString() {
        return "SessionRequest[" + staffCode + "]"; // never the PIN
    }
}
