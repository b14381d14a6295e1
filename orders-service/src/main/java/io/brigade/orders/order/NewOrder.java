package io.brigade.orders.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order to be placed. */
public record NewOrder(
        @Nullable @Schema(description = "Required for DINE_IN, not allowed otherwise.", examples = "4")
        Long tableId,

        @Nullable @Schema(description = "DINE_IN if absent.")
        ServiceMode serviceMode,

        @Min(1) @Max(200) @Nullable @Schema(description = "Guests at the table.", examples = "2")
        Integer covers,

        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid NewItem> items) {}
