package io.brigade.payments.closing;

import io.brigade.payments.payment.PaymentMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came in by a method, and what went back. */
public record MethodTotal(
        @Schema(examples = "CARD") PaymentMethod method,
        @Schema(examples = "41") long payments,

        @Schema(description = "Payments, tips apart.", examples = "180450")
        long paidCents,

        @Schema(examples = "1") long refunds,

        @Schema(description = "Zero or negative.", examples = "-1200")
        long refundedCents,

        @Schema(description = "Payments less refunds.", examples = "179250")
        long amountCents,

        @Schema(examples = "2300") long tipCents) {}
