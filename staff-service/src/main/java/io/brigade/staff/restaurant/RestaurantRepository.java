package io.brigade.staff.restaurant;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class RestaurantRepository implements PanacheRepository<Restaurant> {

    /** Locked: whoever changes the restaurant meanwhile waits. Null for an unknown id. */
    Uni<Restaurant> lock(long restaurantId) {
        return findById(restaurantId, LockModeType.PESSIMISTIC_WRITE);
    }
}
