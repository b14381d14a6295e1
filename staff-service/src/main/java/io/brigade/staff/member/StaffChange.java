package io.brigade.staff.member;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's new state; without {@code pin} the PIN stays. */
public record StaffChange(
        @NotNull @Size(min = 1, max = 80) @Schema(examples = "Camille")
        String name,

        @NotEmpty Set<@NotNull StaffRole> roles,

        @NotNull @Schema(examples = "true") Boolean active,

        @Nullable @Size(max = 199) @Schema(
                description =
                        "Other restaurants whose figures they see, at most 199. Who grants one sees it. Absent: it stays.",
                examples = "[2]")
        Set<@NotNull @Positive Long> oversees,

        @Nullable @Pattern(regexp = "[0-9]{4,8}") @Schema(description = "A new PIN, 4 to 8 digits; without it the PIN stays.", examples = "7305")
        String pin) {

    /** With something else in the PIN's place. */
    StaffChange withPin(String other) {
        return new StaffChange(name, roles, active, oversees, other);
    }

    @Override
    public String toString() {
        return "StaffChange[" + name + "]"; // never the PIN
    }
}
