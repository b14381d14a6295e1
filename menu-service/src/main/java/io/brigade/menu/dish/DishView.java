package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.carte.Station;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dish as phones and tills see it. */
public record DishView(
        @Schema(examples = "12") long dishId,
        @Schema(examples = "Entrecôte grillée") String name,
        String description,

        @Schema(description = "VAT included.", examples = "2650")
        long unitPriceCents,

        @Schema(description = "Basis points: 1000 is 10 %.") Map<ServiceMode, Integer> vatRatesBp,
        Station station,

        @Schema(description = "0 drinks, 1 starters, 2 mains, 3 cheese and desserts.")
        int course,

        @Schema(description = "Regulation (EU) 1169/2011, annex II.")
        Set<Allergen> allergens,

        @Schema(description = "False while sold out.") boolean available,
        List<Long> optionGroupIds,
        long version) {

    /** Of a dish whose option groups are loaded. */
    public static DishView of(Dish dish) {
        return new DishView(
                dish.dishId,
                dish.name,
                dish.description,
                dish.unitPriceCents,
                dish.vatRatesBp(),
                dish.station,
                dish.course,
                dish.allergens,
                dish.available,
                List.copyOf(dish.optionGroupIds),
                dish.version);
    }
}
