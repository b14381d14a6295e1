package io.brigade.payments.closing;

import io.brigade.payments.bill.VatShare;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a period came to: what was sold and what money moved. */
public record Figures(
        @Schema(description = "Sales.", examples = "84") long tickets,

        @Schema(description = "Credits.", examples = "1") long credits,

        @Schema(description = "Orders that got their first ticket.", examples = "80")
        long orders,

        @Schema(examples = "190") long covers,
        @Schema(examples = "1021") @Nullable Long firstTicketNo,
        @Schema(examples = "1105") @Nullable Long lastTicketNo,

        @Schema(description = "What discounts took off, contained in the sums already.", examples = "3150")
        long discountCents,

        Sums sums,

        @Schema(description = "Lowest rate first.") List<VatShare> vat,

        List<MethodTotal> methods) {

    /** What came in less what went back, tips apart. */
    public long takingsCents() {
        return methods.stream().mapToLong(MethodTotal::amountCents).sum();
    }

    /** Tips of all methods. */
    public long tipCents() {
        return methods.stream().mapToLong(MethodTotal::tipCents).sum();
    }
}
