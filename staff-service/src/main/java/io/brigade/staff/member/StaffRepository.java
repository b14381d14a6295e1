package io.brigade.staff.member;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
class StaffRepository implements PanacheRepository<StaffMember> {

    /** Null for an unknown id and for another restaurant's. */
    Uni<StaffMember> find(long restaurantId, long staffId) {
        return find("restaurantId = ?1 and staffId = ?2", restaurantId, staffId).firstResult();
    }

    /** The same, locked: whoever changes the person meanwhile waits. */
    Uni<StaffMember> lock(long restaurantId, long staffId) {
        return find("restaurantId = ?1 and staffId = ?2", restaurantId, staffId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<List<StaffMember>> after(long restaurantId, long afterId, int most) {
        return find("restaurantId = ?1 and staffId > ?2 order by staffId", restaurantId, afterId)
                .page(0, most)
                .list();
    }

    /** Null also for somebody who does not work here any more. */
    Uni<StaffMember> findActive(long restaurantId, long staffId) {
        return find("restaurantId = ?1 and staffId = ?2 and active", restaurantId, staffId)
                .firstResult();
    }

    Uni<List<StaffMember>> activeAfter(long restaurantId, long afterId, int most) {
        return find("restaurantId = ?1 and staffId > ?2 and active order by staffId", restaurantId, afterId)
                .page(0, most)
                .list();
    }

    Uni<Boolean> hasCode(String staffCode) {
        return count("staffCode", staffCode).map(count -> count > 0);
    }
}
