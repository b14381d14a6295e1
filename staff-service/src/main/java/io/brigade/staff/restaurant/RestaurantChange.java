package io.brigade.staff.restaurant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A restaurant's new settings. Legal name, SIRET and currency stand on fiscal documents, time zone and cut-off hour
 * decide which day a sale belongs to: they are set once, when the restaurant is set up.
 */
public record RestaurantChange(
        @NotBlank @Size(max = 80) @Schema(examples = "Brasserie du Marché")
        String name,

        @NotBlank @Size(max = 200) @Schema(examples = "12 quai Saint-Antoine, 69002 Lyon")
        String address,

        @NotNull @Min(0) @Max(10_000) @Schema(
                description = "What may be taken off an order without a manager, in basis points of its total.",
                examples = "1000")
        Integer discountLimitBp) {}
