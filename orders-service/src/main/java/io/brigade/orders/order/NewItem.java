package io.brigade.orders.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line to be ordered. Prices are never taken from here. */
public record NewItem(
        @NotNull @Schema(examples = "12") Long dishId,

        @NotNull @Min(1) @Max(99) @Schema(examples = "2") Integer quantity,

        @Size(max = 20) @Nullable @Schema(description = "option_id of each option chosen.")
        List<@NotNull Long> options,

        @Size(max = 200) @Nullable @Schema(examples = "sans oignons")
        String note,

        @Min(0) @Max(9) @Nullable @Schema(description = "The dish's own course if absent.")
        Integer course,

        @Min(1) @Max(99) @Nullable Integer seat) {}
