package io.brigade.staff.member;

import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.Work;
import io.brigade.staff.StaffProblem;
import io.brigade.staff.auth.RestaurantIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who may let somebody see the figures of other restaurants. */
@ApplicationScoped
class Oversight {

    /** As it is now: the caller's token may be older than the end of what they oversaw. */
    private static final String OF_CALLER =
            "SELECT oversees FROM staff_members WHERE staff_id = $1 AND restaurant_id = $2 AND active";

    /** Fails with 403 when the change grants a restaurant that the caller does not oversee, with 400 for the own one. */
    Uni<Void> requireMayGrant(Work work, Caller caller, StaffMember member, @Nullable Set<Long> wanted) {
        Set<Long> granted = new TreeSet<>(Objects.requireNonNullElse(wanted, member.oversees));
        granted.removeAll(member.oversees);
        if (granted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (granted.contains(member.restaurantId)) {
            throw ProblemException.invalid("oversees", "must be other restaurants than their own");
        }
        return work.first(OF_CALLER, List.of(caller.staffId(), caller.restaurantId()))
                .invoke(found -> {
                    if (found == null
                            || !RestaurantIds.read((String) found.getFirst()).containsAll(granted)) {
                        throw ProblemException.of(
                                StaffProblem.RESTAURANT_NOT_OVERSEEN, "Ask somebody who oversees it to grant it.");
                    }
                })
                .replaceWithVoid();
    }
}
