package io.brigade.orders.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who fetches a takeaway order or gets a delivery. */
public record Customer(
        @NotNull @Size(min = 1, max = 80) @Schema(examples = "Mme Roche")
        String name,

        @Size(max = 30) @Nullable @Schema(examples = "06 12 34 56 78")
        String phone,

        @Size(max = 300) @Nullable @Schema(examples = "12 rue Mercière, 69002 Lyon, 3e étage")
        String address) {}
