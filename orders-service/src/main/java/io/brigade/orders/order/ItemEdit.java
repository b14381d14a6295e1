package io.brigade.orders.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A held item as it shall be; what is absent is empty afterwards. An item of a set menu keeps its quantity. */
public record ItemEdit(
        @NotNull @Min(1) @Max(99) @Schema(examples = "2") Integer quantity,

        @Size(max = 20) @Nullable @Schema(description = "option_id of each option chosen.", examples = "[31]")
        List<@NotNull Long> options,

        @Size(max = 200) @Nullable @Schema(examples = "sans oignons")
        String note,

        @NotNull @Min(0) @Max(9) @Schema(examples = "2") Integer course,

        @Min(1) @Max(99) @Nullable @Schema(examples = "1") Integer seat,

        @Size(max = 14) @Nullable @Schema(description = "What the guest must not eat.", examples = "[\"NUTS\"]")
        List<@NotNull Allergen> allergies) {}
