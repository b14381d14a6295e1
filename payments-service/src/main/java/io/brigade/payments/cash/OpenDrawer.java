package io.brigade.payments.cash;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A drawer to be opened. */
public record OpenDrawer(
        @NotNull @Pattern(regexp = TillName.PATTERN) @Schema(examples = "Caisse 1")
        String till,

        @NotNull @Min(0) @Max(10_000_000) @Schema(description = "What is in it.", examples = "15000")
        Long floatCents) {}
