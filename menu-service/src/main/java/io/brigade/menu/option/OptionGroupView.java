package io.brigade.menu.option;

import io.brigade.menu.carte.Translation;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A choice that goes with dishes. */
@Schema(name = "OptionGroupView")
public record OptionGroupView(
        @Schema(examples = "7") long optionGroupId,
        @Schema(examples = "Cuisson") String name,

        @Schema(description = "By language (BCP 47).", examples = "{\"en\": {\"name\": \"Doneness\"}}")
        Map<String, Translation> translations,

        @Schema(description = "Fewest options to be chosen.", examples = "1")
        int min,

        @Schema(description = "Most options to be chosen.", examples = "1")
        int max,

        @Schema(examples = "0") long version,
        List<OptionView> options) {

    /** One option; its price comes on top of the dish's. */
    @Schema(name = "OptionView")
    public record OptionView(
            @Schema(examples = "31") long optionId,
            @Schema(examples = "Saignant") String name,

            @Schema(description = "By language (BCP 47).", examples = "{\"en\": {\"name\": \"Rare\"}}")
            Map<String, Translation> translations,

            @Schema(examples = "0") long priceCents) {}

    /** Of a group whose options are loaded. */
    public static OptionGroupView of(OptionGroup group) {
        return new OptionGroupView(
                group.optionGroupId,
                group.name,
                group.translations,
                group.minChoices,
                group.maxChoices,
                group.version,
                group.options.stream()
                        .map(option ->
                                new OptionView(option.optionId, option.name, option.translations, option.priceCents))
                        .toList());
    }
}
