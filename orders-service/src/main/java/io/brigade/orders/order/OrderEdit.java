package io.brigade.orders.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of an order itself; what is absent is empty afterwards. */
public record OrderEdit(
        @Min(1) @Max(200) @Nullable @Schema(description = "Guests at the table.", examples = "3")
        Integer covers,

        @Valid @Nullable @Schema(description = "Of TAKEAWAY and DELIVERY.")
        Customer customer,

        @Nullable @Schema(description = "When TAKEAWAY and DELIVERY are wanted.")
        OffsetDateTime dueAt) {}
