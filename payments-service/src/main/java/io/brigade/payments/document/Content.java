package io.brigade.payments.document;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillLine;
import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Seller;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.Payment;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a note or a receipt says, all of it by value: each print of it says the same. */
public record Content(
        boolean training,
        DocumentKind kind,
        long number,
        Seller seller,
        long orderId,
        @Nullable String tableName,
        @Nullable Integer covers,
        String serviceMode,
        Person waiter,
        Person issuedBy,
        OffsetDateTime issuedAt,
        String currency,
        List<Ticket.Line> lines,
        long discountCents,
        long totalCents,
        List<VatShare> vat,
        @Nullable Paid paid) {

    /** The payment that a receipt is for. */
    public record Paid(
            long paymentId,
            PaymentMethod method,
            long amountCents,
            long tipCents,
            @Nullable Long tenderedCents,
            @Nullable Long changeCents,
            long leftCents,
            @Nullable Long ticketNo,
            OffsetDateTime paidAt) {

        static Paid of(Payment payment) {
            return new Paid(
                    payment.paymentId(),
                    payment.method(),
                    payment.amountCents(),
                    payment.tipCents(),
                    payment.tenderedCents(),
                    payment.changeCents(),
                    payment.leftCents(),
                    payment.ticketNo(),
                    payment.paidAt());
        }
    }

    static Content of(
            boolean training,
            DocumentKind kind,
            long number,
            Seller seller,
            Bill bill,
            Person issuedBy,
            OffsetDateTime issuedAt,
            @Nullable Payment payment) {
        return new Content(
                training,
                kind,
                number,
                seller,
                bill.orderId(),
                bill.head().tableName(),
                bill.head().covers(),
                bill.head().serviceMode(),
                bill.head().waiter(),
                issuedBy,
                issuedAt,
                bill.currency(),
                bill.lines().stream().map(BillLine::onTicket).toList(),
                bill.lines().stream().mapToLong(BillLine::discountCents).sum(),
                bill.totalCents(),
                VatShare.of(bill.lines()),
                payment == null ? null : Paid.of(payment));
    }
}
