package io.brigade.menu.carte;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What holds for the carte as a whole. */
public record Settings(
        @NotNull @Size(min = 1, max = 20) @UniqueElements
        @LanguageTags
        @Schema(
                description = "BCP 47. Names and descriptions are written in the first, translations in the others.",
                examples = "[\"fr\", \"en\"]")
        List<String> languages) {

    /** As they are. */
    @Schema(name = "SettingsView")
    public record View(
            @Schema(examples = "[\"fr\", \"en\"]") List<String> languages,

            @Schema(description = "ISO 4217; given by the restaurant.", examples = "EUR")
            String currency,

            @Schema(examples = "0") long version) {

        static View of(Carte carte) {
            return new View(carte.languages, carte.currency, carte.settingsVersion);
        }
    }
}
