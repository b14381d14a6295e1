package io.brigade.payments.bill;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a bill stands, without what is on it. Amounts in cents. */
public record BillSums(
        @Schema(examples = "78") long orderId,

        @Schema(
                description = "Version of the order that was known when money was last taken; the order may be newer.",
                examples = "3")
        long orderVersion,

        @Schema(description = "What that version comes to less what was credited.", examples = "5450")
        long dueCents,

        @Schema(description = "Given back although it was owed.", examples = "0")
        long creditedCents,

        @Schema(description = "Captured payments less refunds.", examples = "2000")
        long paidCents,

        @Schema(description = "Kept for a payment that a terminal has not answered for.", examples = "0")
        long reservedCents,

        @Schema(description = "What can be taken. Negative: to be given back.", examples = "3450")
        long leftCents) {}
