package io.brigade.payments.document;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A print of a note or a receipt. */
public record DocumentView(
        @Schema(examples = "310") long documentId,
        DocumentKind kind,

        @Schema(description = "Counts from 1 without a gap, notes and receipts apart.", examples = "57")
        long number,

        @Schema(description = "0: the original; else the number of the duplicata.", examples = "0")
        int duplicataNo,

        @Schema(examples = "78") long orderId,

        @Schema(description = "Of a receipt.", examples = "41") @Nullable Long paymentId,

        @Schema(examples = "5450") long totalCents,
        OffsetDateTime issuedAt,

        @Schema(description = "For paper of 42 columns.", examples = "Brasserie du Marché")
        String text) {}
