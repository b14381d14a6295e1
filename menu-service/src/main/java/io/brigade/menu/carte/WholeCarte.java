package io.brigade.menu.carte;

import io.brigade.menu.category.Category;
import io.brigade.menu.category.CategoryView;
import io.brigade.menu.dish.Dish;
import io.brigade.menu.dish.DishView;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.formule.FormuleView;
import io.brigade.menu.option.OptionGroup;
import io.brigade.menu.option.OptionGroupView;
import java.util.List;

/** Everything on one restaurant's carte, in the order it is shown in. */
public record WholeCarte(
        Carte carte, List<Category> categories, List<Dish> dishes, List<OptionGroup> groups, List<Formule> formules) {

    /** Dishes of a category. */
    public List<Dish> dishesOf(Category category) {
        return dishes.stream()
                .filter(dish -> dish.categoryId.equals(category.categoryId))
                .toList();
    }

    CarteView view() {
        return new CarteView(
                carte.restaurantId,
                carte.version,
                carte.currency,
                carte.languages,
                categories.stream()
                        .map(category -> CategoryView.of(
                                category,
                                dishesOf(category).stream().map(DishView::of).toList()))
                        .toList(),
                groups.stream().map(OptionGroupView::of).toList(),
                formules.stream().map(FormuleView::of).toList());
    }
}
