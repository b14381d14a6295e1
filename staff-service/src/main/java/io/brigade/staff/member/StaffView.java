package io.brigade.staff.member;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as managers see them. */
public record StaffView(
        @Schema(examples = "101") long staffId,
        @Schema(examples = "1001") String staffCode,
        @Schema(examples = "Camille") String name,
        Set<StaffRole> roles,
        @Schema(examples = "true") boolean active,

        @Schema(description = "Other restaurants whose figures they see, ascending.", examples = "[2]")
        Set<Long> oversees,

        @Schema(examples = "0") long version) {

    static StaffView of(StaffMember member) {
        return new StaffView(
                member.staffId,
                member.staffCode,
                member.name,
                member.roles,
                member.active,
                member.oversees,
                member.version);
    }
}
