package io.brigade.payments.payment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that was taken: cash, or a card on the stand-alone terminal whose result the cashier confirms by this call. */
public record NewPayment(
        @NotNull @Schema(examples = "78") Long orderId,

        @NotNull @Schema(examples = "CASH") PaymentMethod method,

        @NotNull @Min(1) @Max(10_000_000) @Schema(description = "Part of the bill that this pays.", examples = "3450")
        Long amountCents,

        @Min(1) @Max(10_000_000) @Nullable @Schema(description = "CASH only: what was handed over; the amount and the tip if absent.", examples = "4000")
        Long tenderedCents,

        @Min(0) @Max(10_000_000) @Nullable @Schema(description = "On top of the amount; not part of the bill.", examples = "0")
        Long tipCents) {}
