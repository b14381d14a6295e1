package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment. Once captured it never changes. */
public record Payment(
        @Schema(examples = "41") long paymentId,
        @Schema(examples = "1") long restaurantId,
        @Schema(examples = "78") long orderId,
        @Schema(examples = "CASH") PaymentMethod method,
        @Schema(examples = "CAPTURED") PaymentState state,
        @Schema(examples = "3450") long amountCents,

        @Schema(description = "CASH: what was handed over.", examples = "4000") @Nullable Long tenderedCents,

        @Schema(description = "CASH: what is given back.", examples = "550") @Nullable Long changeCents,

        @Schema(examples = "0") long tipCents,
        @Schema(examples = "EUR") String currency,
        @Schema(examples = "103") long cashierId,
        @Schema(examples = "Inès") String cashierName,
        LocalDate businessDate,
        OffsetDateTime paidAt,

        @Schema(description = "What is left to pay on the bill after this.", examples = "0")
        long leftCents) {

    /**
     * Takes money for a bill.
     *
     * @throws ProblemException 409 when nothing is left to pay, 422 when it is more than is left or the cash does not
     *     cover it
     */
    static Payment take(long paymentId, Bill bill, NewPayment request, Caller cashier, OffsetDateTime at) {
        requireLeft(bill, request.amountCents());
        long tip = request.tipCents() == null ? 0 : request.tipCents();
        boolean cash = request.method() == PaymentMethod.CASH;
        Long tendered = cash ? tendered(request, tip) : null;
        return new Payment(
                paymentId,
                bill.restaurantId(),
                bill.orderId(),
                request.method(),
                PaymentState.CAPTURED,
                request.amountCents(),
                tendered,
                tendered == null ? null : tendered - request.amountCents() - tip,
                tip,
                bill.currency(),
                cashier.staffId(),
                cashier.name(),
                cashier.businessDate(at.toInstant()),
                at,
                bill.leftCents() - request.amountCents());
    }

    private static void requireLeft(Bill bill, long amountCents) {
        if (bill.leftCents() <= 0) {
            throw ProblemException.of(PaymentsProblem.BILL_SETTLED, "Nothing is left to pay.");
        }
        if (amountCents > bill.leftCents()) {
            throw ProblemException.of(PaymentsProblem.OVERPAYMENT, "Take at most " + bill.leftCents() + " cents.");
        }
    }

    private static long tendered(NewPayment request, long tip) {
        long needed = request.amountCents() + tip;
        long tendered = request.tenderedCents() == null ? needed : request.tenderedCents();
        if (tendered < needed) {
            throw ProblemException.of(PaymentsProblem.TENDERED_TOO_LITTLE, (needed - tendered) + " cents are missing.");
        }
        return tendered;
    }
}
