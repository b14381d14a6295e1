package io.brigade.menu.carte;

import io.brigade.menu.category.CategoryView;
import io.brigade.menu.formule.FormuleView;
import io.brigade.menu.option.OptionGroupView;
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

        @Schema(description = "BCP 47; names are in the first.", examples = "[\"fr\", \"en\"]")
        List<String> languages,

        List<CategoryView.WithDishes> categories,
        List<OptionGroupView> optionGroups,
        List<FormuleView> formules) {}
