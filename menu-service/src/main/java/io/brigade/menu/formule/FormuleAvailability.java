package io.brigade.menu.formule;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sold out, or back on. */
public record FormuleAvailability(
        @NotNull @Schema(description = "False: sold out.", examples = "false")
        Boolean available,

        @Schema(
                description = "With available false, when it comes back by itself: TOMORROW is the restaurant's next"
                        + " business day; otherwise a time (RFC 3339). Absent: when somebody says so.",
                examples = "TOMORROW")
        @Nullable String until) {}
