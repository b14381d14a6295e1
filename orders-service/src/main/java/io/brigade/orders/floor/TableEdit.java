package io.brigade.orders.floor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table and where it stands. */
public record TableEdit(
        @NotNull @Schema(examples = "1") Long areaId,

        @NotBlank @Size(max = 30) @Schema(description = "Nothing else in the restaurant has it.", examples = "T4")
        String name,

        @NotNull @Min(1) @Max(99) @Schema(examples = "4") Integer seats,

        @NotNull @Min(0) @Max(10_000) @Schema(description = "From the left of the area's plan.", examples = "320")
        Integer x,

        @NotNull @Min(0) @Max(10_000) @Schema(description = "From its top.", examples = "160")
        Integer y) {}
