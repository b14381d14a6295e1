package io.brigade.menu.formule;

import io.brigade.menu.carte.TimedPrice;
import io.brigade.menu.carte.Translation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A formule as phones and tills see it. Its price is spread over the chosen dishes by who bills it. */
public record FormuleView(
        @Schema(examples = "5") long formuleId,
        @Schema(examples = "Menu du marché") String name,
        @Schema(examples = "Du lundi au vendredi, à midi.") String description,

        @Schema(description = "By language (BCP 47).", examples = "{\"en\": {\"name\": \"Market menu\"}}")
        Map<String, Translation> translations,

        @Schema(description = "VAT included.", examples = "2400")
        long unitPriceCents,

        @Schema(description = "The first that matches the restaurant's local time holds.")
        List<TimedPrice> timedPrices,

        @Schema(description = "False while sold out.", examples = "true")
        boolean available,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it comes back by itself; null: when somebody says so.",
                examples = "2026-11-24T04:00:00Z",
                nullable = true)
        @Nullable OffsetDateTime soldOutUntil,

        @Schema(description = "Lower comes first.", examples = "1")
        int position,

        @Schema(examples = "0") long version,
        List<FormuleStep> steps) {

    /** Of a formule. */
    public static FormuleView of(Formule formule) {
        return new FormuleView(
                formule.formuleId,
                formule.name,
                formule.description,
                formule.translations,
                formule.unitPriceCents,
                formule.timedPrices,
                formule.available,
                formule.soldOutUntil,
                formule.position,
                formule.version,
                formule.steps);
    }
}
