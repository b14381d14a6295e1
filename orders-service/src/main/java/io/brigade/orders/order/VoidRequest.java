package io.brigade.orders.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an item is taken off, and who approves. */
public record VoidRequest(
        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Erreur de commande")
        String reason,

        @Min(1) @Max(99) @Nullable @Schema(description = "Some of its quantity; all if absent.", examples = "1")
        Integer quantity,

        @Size(max = 4000) @Nullable @Schema(description = "For VOID; required once the kitchen has it, unless your role approves.")
        String approvalToken) {}
