package io.brigade.orders.floor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An area of the floor. */
public record AreaEdit(
        @NotBlank @Size(max = 40) @Schema(examples = "Terrasse")
        String name,

        @NotNull @Min(0) @Max(1000) @Schema(description = "Among the others.", examples = "2")
        Integer position) {}
