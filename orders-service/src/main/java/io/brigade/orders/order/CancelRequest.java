package io.brigade.orders.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an order is cancelled, and who approves. */
public record CancelRequest(
        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Client parti")
        String reason,

        @Size(max = 4000) @Nullable @Schema(description = "For CANCEL; required once the kitchen had any of it, unless your role approves.")
        String approvalToken) {}
