package io.brigade.orders.slip;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a slip did not come out. */
public record PrintFailure(
        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Plus de papier")
        String reason) {}
