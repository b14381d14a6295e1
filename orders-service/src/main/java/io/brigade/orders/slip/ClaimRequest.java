package io.brigade.orders.slip;

import io.brigade.orders.kitchen.Station;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The printer that has nothing to do, and how many slips it takes. */
public record ClaimRequest(
        @NotNull Station printer,

        @Min(1) @Max(50) @Nullable @Schema(description = "10 if absent.", examples = "10")
        Integer limit) {

    private static final int USUAL = 10;

    int most() {
        return limit == null ? USUAL : limit;
    }
}
