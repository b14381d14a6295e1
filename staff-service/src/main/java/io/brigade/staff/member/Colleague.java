package io.brigade.staff.member;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who works here, as everybody may see them. */
public record Colleague(
        @Schema(examples = "101") long staffId,
        @Schema(examples = "Camille") String name,
        Set<StaffRole> roles) {

    static Colleague of(StaffMember member) {
        return new Colleague(member.staffId, member.name, member.roles);
    }
}
