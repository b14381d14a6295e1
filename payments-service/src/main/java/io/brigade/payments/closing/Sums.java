package io.brigade.payments.closing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sold over some time. */
public record Sums(
        @Schema(description = "Without VAT (HT).", examples = "402318")
        long netCents,

        @Schema(description = "VAT (TVA).", examples = "46532")
        long vatCents,

        @Schema(description = "VAT included (TTC): sales and credits.", examples = "448850")
        long totalCents,

        @Schema(description = "Sales alone, VAT included.", examples = "450050")
        long salesCents,

        @Schema(description = "Credits, VAT included; zero or negative.", examples = "-1200")
        long creditCents) {

    static final Sums NOTHING = new Sums(0, 0, 0, 0, 0);

    /** Both together. */
    Sums plus(Sums more) {
        return new Sums(
                netCents + more.netCents,
                vatCents + more.vatCents,
                totalCents + more.totalCents,
                salesCents + more.salesCents,
                creditCents + more.creditCents);
    }
}
