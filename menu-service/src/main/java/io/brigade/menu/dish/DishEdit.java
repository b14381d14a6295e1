package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import io.brigade.menu.carte.LanguageTags;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.carte.Station;
import io.brigade.menu.carte.TimedPrice;
import io.brigade.menu.carte.Translation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dish as it shall be, all of it but its availability. Orders already placed keep the price they were placed at. */
public record DishEdit(
        @NotNull @Schema(examples = "3") Long categoryId,

        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Entrecôte grillée")
        String name,

        @Size(max = 500) @Schema(description = "Empty if absent.", examples = "Entrecôte de charolaise de 300 g, beurre maître d'hôtel.")
        String description,

        @LanguageTags
        @Size(max = 20) @Schema(
                description = "Texts in the other languages; none if absent.",
                examples = "{\"en\": {\"name\": \"Grilled rib steak\"}}")
        @Size(max = 20) Map<String, @NotNull @Valid Translation> translations,

        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "VAT included.", examples = "2650")
        Long unitPriceCents,

        @Size(max = 20) @Schema(description = "The first that matches holds; none if absent.")
        List<@NotNull @Valid TimedPrice> timedPrices,

        @NotNull @EveryMode
        @Schema(
                description = "Basis points: 1000 is 10 %.",
                examples = "{\"DINE_IN\": 1000, \"TAKEAWAY\": 550, \"DELIVERY\": 550}")
        Map<ServiceMode, Integer> vatRatesBp,

        @NotNull Station station,

        @NotNull @Min(0) @Max(9) @Schema(description = "0 drinks, 1 starters, 2 mains, 3 cheese and desserts.", examples = "2")
        Integer course,

        @NotNull @Schema(description = "Regulation (EU) 1169/2011, annex II; say so if there are none.")
        Set<@NotNull Allergen> allergens,

        @Min(1) @Max(86_400) @Schema(description = "From sent to ready; not timed if absent.", examples = "900")
        @Nullable Integer targetSeconds,

        @Size(max = 20) @Schema(description = "In the order they are asked in; none if absent.", examples = "[7, 9]")
        List<@NotNull Long> optionGroupIds,

        @Min(0) @Max(10_000) @Schema(
                description = "Place in its category, lower comes first. Absent: stays; a new one goes to the end.",
                examples = "4")
        @Nullable Integer position) {

    /** What is absent is empty. */
    public DishEdit {
        description = Objects.requireNonNullElse(description, "");
        translations = Objects.requireNonNullElse(translations, Map.of());
        timedPrices = Objects.requireNonNullElse(timedPrices, List.of());
        optionGroupIds = Objects.requireNonNullElse(optionGroupIds, List.of());
    }

    /** What would change nothing. */
    public static DishEdit of(Dish dish) {
        return new DishEdit(
                dish.categoryId,
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
                List.copyOf(dish.optionGroupIds),
                dish.position);
    }

    /** The same dish with other ids for its category and its option groups. */
    public DishEdit with(UnaryOperator<Long> category, UnaryOperator<Long> group) {
        return new DishEdit(
                category.apply(categoryId),
                name,
                description,
                translations,
                unitPriceCents,
                timedPrices,
                vatRatesBp,
                station,
                course,
                allergens,
                targetSeconds,
                optionGroupIds.stream().map(group).toList(),
                position);
    }
}
