package io.brigade.menu.category;

import io.brigade.menu.carte.LanguageTags;
import io.brigade.menu.carte.Translation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category as it shall be, all of it. */
public record CategoryEdit(
        @NotNull @Size(min = 1, max = 120) @Schema(examples = "Entrées")
        String name,

        @LanguageTags
        @Size(max = 20) @Schema(
                description = "Texts in the other languages; none if absent.",
                examples = "{\"en\": {\"name\": \"Starters\"}}")
        @Size(max = 20) Map<String, @NotNull @Valid Translation> translations,

        @Min(0) @Max(10_000) @Schema(
                description = "Lower comes first. Absent: stays where it is; a new one goes to the end.",
                examples = "3")
        @Nullable Integer position) {

    /** What is absent is empty. */
    public CategoryEdit {
        translations = Objects.requireNonNullElse(translations, Map.of());
    }

    /** What would change nothing. */
    public static CategoryEdit of(Category category) {
        return new CategoryEdit(category.name, category.translations, category.position);
    }
}
