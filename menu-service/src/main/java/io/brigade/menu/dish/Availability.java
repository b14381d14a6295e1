package io.brigade.menu.dish;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sold out, back on, or so many portions left. */
@Schema(examples = "{\"available\": true, \"portions\": 8}")
public record Availability(
        @NotNull @Schema(description = "False: sold out.", examples = "false")
        Boolean available,

        @Schema(
                description = "With available false, when it comes back by itself: TOMORROW is the restaurant's next"
                        + " business day; otherwise a time (RFC 3339). Absent: when somebody says so.",
                examples = "TOMORROW")
        @Nullable String until,

        @Min(1) @Max(9_999) @Schema(description = "With available true: sold out after so many. Absent: not counted.", examples = "8")
        @Nullable Integer portions) {}
