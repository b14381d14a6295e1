package io.brigade.payments.statement;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillLine;
import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.Payment;
import io.brigade.payments.payment.PaymentState;
import io.brigade.payments.payment.Refund;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bill as the till sees it. */
public record BillView(
        @Schema(examples = "78") long orderId,

        @Schema(description = "Version of the order that this is the bill of.", examples = "3")
        long orderVersion,

        @Schema(examples = "EUR") String currency,

        @Schema(description = "What discounts took off.", examples = "0")
        long discountCents,

        @Schema(description = "What the order comes to less what was credited, VAT included.", examples = "5450")
        long dueCents,

        @Schema(description = "Given back although it was owed.", examples = "0")
        long creditedCents,

        @Schema(description = "Captured payments less refunds.", examples = "2000")
        long paidCents,

        @Schema(description = "Kept for a payment that a terminal has not answered for.", examples = "0")
        long reservedCents,

        @Schema(description = "What can be taken. Negative: to be given back.", examples = "3450")
        long leftCents,

        @Schema(description = "Tips, apart from the bill.", examples = "0")
        long tipCents,

        @Schema(description = "True once everything due is paid.", examples = "false")
        boolean settled,

        @Schema(description = "The guest gets a note before paying: from 25 EUR on.", examples = "true")
        boolean noteRequired,

        List<BillLine> lines,
        List<VatShare> vat,
        List<Payment> payments,
        List<Refund> refunds,

        @Schema(description = "Tickets that tell of it.", examples = "[1204]")
        List<Long> ticketNos) {

    /** Arrêté n° 83-50/A of 3 October 1983, article 1: services of 25 EUR and more. */
    private static final long NOTE_FROM_CENTS = 2_500;

    static BillView of(Bill bill, List<Payment> payments, List<Refund> refunds, List<Ticket> tickets) {
        return new BillView(
                bill.orderId(),
                bill.orderVersion(),
                bill.currency(),
                bill.lines().stream().mapToLong(BillLine::discountCents).sum(),
                bill.owedCents(),
                bill.creditedCents(),
                bill.heldCents(),
                bill.reservedCents(),
                bill.leftCents(),
                payments.stream()
                        .filter(payment -> payment.state() == PaymentState.CAPTURED)
                        .mapToLong(Payment::tipCents)
                        .sum(),
                bill.heldCents() >= bill.owedCents(),
                bill.totalCents() >= NOTE_FROM_CENTS,
                bill.lines(),
                VatShare.of(bill.lines()),
                payments,
                refunds,
                tickets.stream().map(Ticket::ticketNo).toList());
    }
}
