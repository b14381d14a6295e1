package io.brigade.menu.formule;

import io.brigade.menu.carte.Choosable;
import io.brigade.menu.carte.LanguageTags;
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

/** A step of a formule, such as its starter: between {@code min} and {@code max} of the choices are served. */
@Choosable
public record FormuleStep(
        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Plat")
        String name,

        @LanguageTags
        @Size(max = 20) @Schema(
                description = "Texts in the other languages; none if absent.",
                examples = "{\"en\": {\"name\": \"Main\"}}")
        @Size(max = 20) Map<String, @NotNull @Valid Translation> translations,

        @NotNull @Min(0) @Max(20) @Schema(description = "Fewest dishes to be chosen.", examples = "1")
        Integer min,

        @NotNull @Min(1) @Max(20) @Schema(description = "Most dishes to be chosen.", examples = "1")
        Integer max,

        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Choice> choices)
        implements Choosable.Range {

    /** What is absent is empty. */
    public FormuleStep {
        translations = Objects.requireNonNullElse(translations, Map.of());
    }

    /** A dish that can be chosen; the supplement comes on top of the formule's price. */
    @Schema(name = "FormuleChoice")
    public record Choice(
            @NotNull @Schema(examples = "12") Long dishId,

            @Min(0) @Max(1_000_000) @Schema(description = "0 if absent.", examples = "300")
            Long supplementCents) {

        /** Absent is none. */
        public Choice {
            supplementCents = Objects.requireNonNullElse(supplementCents, 0L);
        }
    }

    @Override
    public int offered() {
        return choices == null ? 0 : choices.size();
    }

    FormuleStep with(UnaryOperator<Long> dish) {
        List<Choice> renumbered = choices.stream()
                .map(choice -> new Choice(dish.apply(choice.dishId()), choice.supplementCents()))
                .toList();
        return new FormuleStep(name, translations, min, max, renumbered);
    }
}
