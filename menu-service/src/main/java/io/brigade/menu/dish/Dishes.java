package io.brigade.menu.dish;

import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.Limits;
import io.brigade.menu.carte.Things;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds dishes. */
@ApplicationScoped
public class Dishes extends Things<Dish> {

    private static final String BY_ID = "select distinct d from Dish d left join fetch d.optionGroupIds"
            + " where d.restaurantId = ?1 and d.dishId = ?2";
    private static final String NEXT = "select coalesce(max(position), 0) + 1 from Dish where categoryId = ?1";
    private static final String IDS = "select dishId from Dish where restaurantId = ?1 and dishId in ?2";

    Dishes() {
        super(Dish.class, "dish", BY_ID, Limits.DISHES);
    }

    /** The place after the last one of the category. */
    Uni<Integer> nextPosition(Change change, long categoryId) {
        return change.session()
                .createQuery(NEXT, Integer.class)
                .setParameter(1, categoryId)
                .getSingleResult();
    }

    /** Those of the ids that are on the carte. */
    public Uni<Set<Long>> known(Change change, Collection<Long> ids) {
        return change.session()
                .createQuery(IDS, Long.class)
                .setParameter(1, change.restaurantId())
                .setParameter(2, ids)
                .getResultList()
                .map(HashSet::new);
    }
}
