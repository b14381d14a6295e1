package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Slips that another printer is to print. */
public record RerouteRequest(
        @NotNull Station fromPrinter,
        @NotNull @Schema(examples = "BAR") Station toPrinter,

        @Size(min = 1, max = 200) @Nullable @Schema(description = "All that are not printed if absent.", examples = "[512, 513]")
        List<@NotNull Long> jobIds) {}
