package io.brigade.menu.dish;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DishRepository implements PanacheRepository<Dish> {

    /** With its option groups; null for an unknown id and for another restaurant's. */
    Uni<Dish> find(long restaurantId, long dishId) {
        return find(
                        "from Dish d left join fetch d.optionGroupIds where d.restaurantId = ?1 and d.dishId = ?2",
                        restaurantId,
                        dishId)
                .list()
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }
}
