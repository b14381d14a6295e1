package io.brigade.staff.restaurant;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class RestaurantRepository implements PanacheRepository<Restaurant> {

    /** Those of these restaurants that there are, by id. */
    Uni<List<Restaurant>> among(Set<Long> restaurantIds, long afterId, int most) {
        return find("restaurantId in ?1 and restaurantId > ?2 order by restaurantId", restaurantIds, afterId)
                .page(0, most)
                .list();
    }

    /** Locked: whoever changes the restaurant meanwhile waits. Null for an unknown id. */
    Uni<Restaurant> lock(long restaurantId) {
        return findById(restaurantId, LockModeType.PESSIMISTIC_WRITE);
    }
}
