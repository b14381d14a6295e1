package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a station's slips are printed. */
public record PrinterEdit(
        @NotNull @Schema(description = "False: they are not printed at all.", examples = "true")
        Boolean active,

        @Nullable @Schema(description = "The station whose printer prints them meanwhile; null: its own.", examples = "BAR")
        Station redirectTo) {}
