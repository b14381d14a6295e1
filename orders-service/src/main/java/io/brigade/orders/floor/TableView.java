package io.brigade.orders.floor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table and what is open on it. */
public record TableView(
        @Schema(examples = "4") long tableId,
        @Schema(examples = "Salle") String area,
        @Schema(examples = "T4") String name,
        @Schema(examples = "4") int seats,

        @Schema(description = "Empty while nothing is open.")
        List<Long> openOrderIds) {}
