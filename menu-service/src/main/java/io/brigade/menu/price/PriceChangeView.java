package io.brigade.menu.price;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What something costs since then. */
public record PriceChangeView(
        @Schema(description = "The dish, the formule or the option.", examples = "12")
        long id,

        @Schema(description = "As it was called then.", examples = "Entrecôte grillée")
        String name,

        @Schema(
                description = "A timed price or a supplement; null: the ordinary price.",
                examples = "Happy hour MON TUE 17:00-19:00",
                nullable = true)
        @Nullable String part,

        @Schema(description = "Null: the thing was new.", examples = "2550", nullable = true) @Nullable Long oldCents,

        @Schema(examples = "2650") long newCents,
        @Schema(examples = "104") long staffId,
        @Schema(examples = "Sophie") String staffName,
        OffsetDateTime changedAt) {

    static PriceChangeView of(Row row) {
        return new PriceChangeView(
                row.getLong("thing_id"),
                row.getString("name"),
                row.getString("part"),
                row.getLong("old_cents"),
                row.getLong("new_cents"),
                row.getLong("staff_id"),
                row.getString("staff_name"),
                row.getOffsetDateTime("changed_at"));
    }
}
