package io.brigade.orders.slip;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A station that has a printer, and what waits for it. */
public record Printer(
        @Schema(examples = "HOT") String station,

        @Schema(description = "Whether the station's slips are printed at all.", examples = "true")
        boolean active,

        @Schema(description = "The printer that prints its new slips meanwhile.", examples = "BAR") @Nullable String redirectTo,

        @Schema(description = "Slips that this printer has not printed; counted up to 1000.", examples = "0")
        long waiting,

        @Schema(description = "How long the oldest of them has waited.", examples = "0")
        long oldestSeconds) {

    static Printer from(Row row) {
        return new Printer(
                row.getString("station"),
                row.getBoolean("active"),
                row.getString("redirect_to"),
                row.getLong("waiting"),
                row.getLong("oldest_seconds"));
    }
}
