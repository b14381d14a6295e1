package io.brigade.menu.carte;

import io.brigade.menu.dish.DishView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole carte. */
@Schema(description = "The whole carte of a restaurant, as of one version.")
public record CarteView(
        @Schema(examples = "1") long restaurantId,

        @Schema(description = "Rises with every change.", examples = "17")
        long version,

        @Schema(description = "ISO 4217; of every amount here.", examples = "EUR")
        String currency,

        List<CategoryView> categories,
        List<OptionGroupView> optionGroups) {

    /** A heading and its dishes, in the order of the carte. */
    public record CategoryView(
            long categoryId, @Schema(examples = "Entrées") String name, List<DishView> dishes) {}

    /** A choice that goes with dishes. */
    public record OptionGroupView(
            long optionGroupId,
            @Schema(examples = "Cuisson") String name,

            @Schema(description = "Fewest options to be chosen.")
            int min,

            @Schema(description = "Most options to be chosen.")
            int max,

            List<OptionView> options) {}

    /** One option; its price comes on top of the dish's. */
    public record OptionView(
            long optionId,
            @Schema(examples = "Saignant") String name,
            @Schema(examples = "0") long priceCents) {}
}
