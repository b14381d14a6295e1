package io.brigade.menu.category;

import io.brigade.menu.carte.Translation;
import io.brigade.menu.dish.DishView;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A heading. */
public record CategoryView(
        @Schema(examples = "3") long categoryId,
        @Schema(examples = "Entrées") String name,

        @Schema(description = "By language (BCP 47).", examples = "{\"en\": {\"name\": \"Starters\"}}")
        Map<String, Translation> translations,

        @Schema(description = "Lower comes first.", examples = "1")
        int position,

        @Schema(examples = "0") long version) {

    /** A heading and its dishes, in the order of the carte. */
    @Schema(name = "CategoryWithDishes")
    public record WithDishes(
            @Schema(examples = "3") long categoryId,
            @Schema(examples = "Entrées") String name,

            @Schema(description = "By language (BCP 47).", examples = "{\"en\": {\"name\": \"Starters\"}}")
            Map<String, Translation> translations,

            @Schema(description = "Lower comes first.", examples = "1")
            int position,

            @Schema(examples = "0") long version,
            List<DishView> dishes) {}

    static CategoryView of(Category category) {
        return new CategoryView(
                category.categoryId, category.name, category.translations, category.position, category.version);
    }

    /** With these dishes. */
    public static WithDishes of(Category category, List<DishView> dishes) {
        return new WithDishes(
                category.categoryId, category.name, category.translations, category.position, category.version, dishes);
    }
}
