package io.brigade.orders.slip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many slips went to another printer. */
public record Rerouted(
        @Schema(description = "What was printed before stays where it is.", examples = "7")
        int rerouted) {}
