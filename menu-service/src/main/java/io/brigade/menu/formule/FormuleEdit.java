package io.brigade.menu.formule;

import io.brigade.menu.carte.LanguageTags;
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
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A formule as it shall be, all of it but its availability. */
public record FormuleEdit(
        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Menu du marché")
        String name,

        @Size(max = 500) @Schema(description = "Empty if absent.", examples = "Du lundi au vendredi, à midi.")
        String description,

        @LanguageTags
        @Size(max = 20) @Schema(
                description = "Texts in the other languages; none if absent.",
                examples = "{\"en\": {\"name\": \"Market menu\"}}")
        @Size(max = 20) Map<String, @NotNull @Valid Translation> translations,

        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "VAT included.", examples = "2400")
        Long unitPriceCents,

        @Size(max = 20) @Schema(description = "The first that matches holds; none if absent.")
        List<@NotNull @Valid TimedPrice> timedPrices,

        @Min(0) @Max(10_000) @Schema(
                description = "Lower comes first. Absent: stays where it is; a new one goes to the end.",
                examples = "1")
        @Nullable Integer position,

        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid FormuleStep> steps) {

    /** What is absent is empty. */
    public FormuleEdit {
        description = Objects.requireNonNullElse(description, "");
        translations = Objects.requireNonNullElse(translations, Map.of());
        timedPrices = Objects.requireNonNullElse(timedPrices, List.of());
    }

    /** What would change nothing. */
    public static FormuleEdit of(Formule formule) {
        return new FormuleEdit(
                formule.name,
                formule.description,
                formule.translations,
                formule.unitPriceCents,
                formule.timedPrices,
                formule.position,
                formule.steps);
    }

    /** The same formule with other ids for its dishes. */
    public FormuleEdit with(UnaryOperator<Long> dish) {
        List<FormuleStep> renumbered =
                steps.stream().map(step -> step.with(dish)).toList();
        return new FormuleEdit(name, description, translations, unitPriceCents, timedPrices, position, renumbered);
    }
}
