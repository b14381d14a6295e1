package io.brigade.menu.dish;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sold out, or back on. */
public record Availability(
        @NotNull @Schema(description = "False: sold out.", examples = "false")
        Boolean available) {}
