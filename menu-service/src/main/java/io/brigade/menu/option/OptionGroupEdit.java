package io.brigade.menu.option;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An option group as it shall be, all of it, options in their order. */
@Choosable
public record OptionGroupEdit(
        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Cuisson")
        String name,

        @LanguageTags
        @Size(max = 20) @Schema(
                description = "Texts in the other languages; none if absent.",
                examples = "{\"en\": {\"name\": \"Doneness\"}}")
        @Size(max = 20) Map<String, @NotNull @Valid Translation> translations,

        @NotNull @Min(0) @Max(100) @Schema(description = "Fewest options to be chosen.", examples = "1")
        Integer min,

        @NotNull @Min(1) @Max(100) @Schema(description = "Most options to be chosen.", examples = "1")
        Integer max,

        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Choice> options)
        implements Choosable.Range {

    /** What is absent is empty. */
    public OptionGroupEdit {
        translations = Objects.requireNonNullElse(translations, Map.of());
    }

    /** One option. */
    @Schema(name = "OptionEdit")
    public record Choice(
            @Schema(description = "Of an option that is there already; absent for a new one.", examples = "31")
            @Nullable Long optionId,

            @NotNull @Size(min = 1, max = 120) @Schema(examples = "Saignant")
            String name,

            @LanguageTags
            @Size(max = 20) @Schema(
                    description = "Texts in the other languages; none if absent.",
                    examples = "{\"en\": {\"name\": \"Rare\"}}")
            @Size(max = 20) Map<String, @NotNull @Valid Translation> translations,

            @NotNull @Min(0) @Max(1_000_000) @Schema(description = "On top of the dish's price.", examples = "150")
            Long priceCents) {

        /** What is absent is empty. */
        public Choice {
            translations = Objects.requireNonNullElse(translations, Map.of());
        }
    }

    @Override
    public int offered() {
        return options == null ? 0 : options.size();
    }

    /** What would change nothing. */
    public static OptionGroupEdit of(OptionGroup group) {
        return new OptionGroupEdit(
                group.name,
                group.translations,
                group.minChoices,
                group.maxChoices,
                group.options.stream()
                        .map(option -> new Choice(option.optionId, option.name, option.translations, option.priceCents))
                        .toList());
    }
}
