package io.brigade.orders.floor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who serves a table. */
public record TableWaiter(
        @Nullable @Schema(description = "staff_id; null: nobody in particular.", examples = "102")
        Long waiterId) {}
