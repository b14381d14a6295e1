package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.carte.Station;
import io.brigade.menu.carte.TimedPrice;
import io.brigade.menu.carte.Translation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dish as phones and tills see it. */
public record DishView(
        @Schema(examples = "12") long dishId,
        @Schema(examples = "Entrecôte grillée") String name,

        @Schema(examples = "Entrecôte de charolaise de 300 g.")
        String description,

        @Schema(description = "By language (BCP 47).", examples = "{\"en\": {\"name\": \"Grilled rib steak\"}}")
        Map<String, Translation> translations,

        @Schema(description = "VAT included.", examples = "2650")
        long unitPriceCents,

        @Schema(description = "The first that matches the restaurant's local time holds.")
        List<TimedPrice> timedPrices,

        @Schema(
                description = "Basis points: 1000 is 10 %.",
                examples = "{\"DINE_IN\": 1000, \"TAKEAWAY\": 550, \"DELIVERY\": 550}")
        Map<ServiceMode, Integer> vatRatesBp,

        Station station,

        @Schema(description = "0 drinks, 1 starters, 2 mains, 3 cheese and desserts.", examples = "2")
        int course,

        @Schema(description = "Regulation (EU) 1169/2011, annex II.")
        Set<Allergen> allergens,

        @Schema(description = "From sent to ready; null: not timed.", examples = "900", nullable = true) @Nullable Integer targetSeconds,

        @Schema(description = "False while sold out, and when no portion is left.", examples = "true")
        boolean available,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it comes back by itself; null: when somebody says so.",
                examples = "2026-11-24T04:00:00Z",
                nullable = true)
        @Nullable OffsetDateTime soldOutUntil,

        @Schema(description = "Null: not counted.", examples = "8", nullable = true) @Nullable Integer portionsLeft,

        @Schema(description = "Rises each time a number of portions is set.", examples = "41", nullable = true)
        @Nullable Long portionsSet,

        @Schema(examples = "[7, 9]") List<Long> optionGroupIds,

        @Schema(examples = "3") long categoryId,

        @Schema(description = "Place in its category, lower comes first.", examples = "4")
        int position,

        @Schema(examples = "0") long version) {

    /** Of a dish whose option groups are loaded. */
    public static DishView of(Dish dish) {
        return new DishView(
                dish.dishId,
                dish.name,
                dish.description,
                dish.translations,
                dish.unitPriceCents,
                dish.timedPrices,
                dish.vatRatesBp(),
                dish.station,
                dish.course,
                dish.allergens,
                dish.targetSeconds,
                dish.isAvailable(),
                dish.soldOutUntil,
                dish.portionsLeft,
                dish.portionsSet,
                List.copyOf(dish.optionGroupIds),
                dish.categoryId,
                dish.position,
                dish.version);
    }
}
