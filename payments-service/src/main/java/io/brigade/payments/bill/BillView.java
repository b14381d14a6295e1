package io.brigade.payments.bill;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bill as the till sees it. */
public record BillView(
        @Schema(examples = "78") long orderId,

        @Schema(description = "Version of the order that this is the bill of.", examples = "3")
        long orderVersion,

        @Schema(examples = "EUR") String currency,

        @Schema(description = "VAT included.", examples = "5450")
        long dueCents,

        @Schema(examples = "2000") long paidCents,

        @Schema(description = "Negative: to be given back.", examples = "3450")
        long leftCents,

        @Schema(description = "True once everything due is paid.", examples = "false")
        boolean settled,

        List<VatShare> vat,
        List<PaymentLine> payments) {

    /** A payment on the bill. */
    public record PaymentLine(
            @Schema(examples = "41") long paymentId,
            @Schema(examples = "CARD") String method,
            @Schema(examples = "2000") long amountCents,
            @Schema(examples = "0") long tipCents) {}

    static BillView of(BilledOrder order, List<PaymentLine> payments) {
        long paid = payments.stream().mapToLong(PaymentLine::amountCents).sum();
        return new BillView(
                order.orderId(),
                order.version(),
                order.currency(),
                order.totalCents(),
                paid,
                order.totalCents() - paid,
                paid >= order.totalCents(),
                VatShare.of(order.items()),
                payments);
    }
}
