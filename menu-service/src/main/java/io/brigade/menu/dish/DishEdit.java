package io.brigade.menu.dish;

import io.brigade.menu.carte.Allergen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dish's new texts and price. Orders already placed keep the price they were placed at. */
public record DishEdit(
        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Entrecôte grillée")
        String name,

        @NotNull @Size(max = 500) String description,

        @NotNull @Min(0) @Max(1_000_000) @Schema(examples = "2650")
        Long unitPriceCents,

        @NotNull Set<@NotNull Allergen> allergens) {}
