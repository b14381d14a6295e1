package io.brigade.menu.category;

import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.Limits;
import io.brigade.menu.carte.Things;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds categories. */
@ApplicationScoped
public class Categories extends Things<Category> {

    private static final String DISHES_OF = "select count(*) from Dish where categoryId = ?1";

    Categories() {
        super(
                Category.class,
                "category",
                "from Category where restaurantId = ?1 and categoryId = ?2",
                Limits.CATEGORIES);
    }

    /** How many dishes stand in it. */
    Uni<Long> dishesIn(Change change, Category category) {
        return change.session()
                .createQuery(DISHES_OF, Long.class)
                .setParameter(1, category.categoryId)
                .getSingleResult();
    }
}
