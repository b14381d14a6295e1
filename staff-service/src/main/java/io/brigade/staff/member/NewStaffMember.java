package io.brigade.staff.member;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person to be added. */
public record NewStaffMember(
        @NotNull @Pattern(regexp = "[0-9A-Z]{3,12}") @Schema(examples = "1003")
        String staffCode,

        @NotNull @Pattern(regexp = "[0-9]{4,8}") @Schema(examples = "4821", description = "4 to 8 digits.")
        String pin,

        @NotNull @Size(min = 1, max = 80) @Schema(examples = "Camille")
        String name,

        @NotEmpty Set<@NotNull StaffRole> roles) {

    /** With something else in the PIN's place. */
    NewStaffMember withPin(String other) {
        return new NewStaffMember(staffCode, other, name, roles);
    }

    @Override
    public String toString() {
        return "NewStaffMember[" + staffCode + "]"; // never the PIN
    }
}
