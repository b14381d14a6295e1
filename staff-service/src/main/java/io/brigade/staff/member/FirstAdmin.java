package io.brigade.staff.member;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The admin of a restaurant that is being opened. */
public record FirstAdmin(
        @NotNull @Pattern(regexp = "[0-9A-Z]{3,12}") @Schema(examples = "9101", description = "Of nobody else.")
        String staffCode,

        @NotNull @Pattern(regexp = "[0-9]{4,8}") @Schema(examples = "4821", description = "4 to 8 digits.")
        String pin,

        @NotNull @Size(min = 1, max = 80) @Schema(examples = "Louise")
        String name) {

    /** With something else in the PIN's place. */
    public FirstAdmin withPin(String other) {
        return new FirstAdmin(staffCode, other, name);
    }

    @Override
    public String toString() {
        return "FirstAdmin[" + staffCode + "]"; // never the PIN
    }
}
