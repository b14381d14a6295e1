package io.brigade.staff.member;

import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Work;
import io.brigade.staff.StaffProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sees to it that a restaurant keeps an admin: without one nobody could add or change people any more. */
@ApplicationScoped
class Admins {

    private static final String LOCK = "SELECT restaurant_id FROM restaurants WHERE restaurant_id = $1 FOR UPDATE";

    private static final String OTHERS = """
            SELECT count(*) FROM staff_members
            WHERE restaurant_id = $1 AND staff_id <> $2 AND active AND 'ADMIN' = ANY (string_to_array(roles, ','))""";

    /** Changes of one restaurant's people take turns, so that two admins can't dismiss each other at once. */
    Uni<Void> lock(Work work, long restaurantId) {
        return work.first(LOCK, List.of(restaurantId)).replaceWithVoid();
    }

    /** Fails with 409 when the change takes the last admin away. */
    Uni<Void> requireAnother(Work work, StaffMember member, StaffChange change) {
        boolean stays = change.active() && change.roles().contains(StaffRole.ADMIN);
        boolean isOne = member.active && member.roles.contains(StaffRole.ADMIN);
        if (stays || !isOne) {
            return Uni.createFrom().voidItem();
        }
        return work.first(OTHERS, List.of(member.restaurantId, member.staffId))
                .invoke(others -> {
                    if (others == null || ((Number) others.getFirst()).longValue() == 0) {
                        throw ProblemException.of(
                                StaffProblem.LAST_ADMIN, "Make somebody else an admin before you change this person.");
                    }
                })
                .replaceWithVoid();
    }
}
