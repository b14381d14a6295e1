package io.brigade.payments.statement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How what is left of a bill can be shared; nothing is kept of it. */
public record SharesView(
        @Schema(examples = "78") long orderId,
        @Schema(examples = "EUR") String currency,

        @Schema(description = "What the shares add up to.", examples = "5450")
        long totalCents,

        List<Share> shares) {}
