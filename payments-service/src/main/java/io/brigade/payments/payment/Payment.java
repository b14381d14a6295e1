package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.book.Taking;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment. Once captured it never changes: what is given back is a record of its own. */
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

        @Schema(description = "What of it was refunded.", examples = "0")
        long refundedCents,

        @Schema(examples = "EUR") String currency,

        @Schema(description = "Items that it is for; empty: a part of the bill.", examples = "[311]")
        List<Long> itemIds,

        @Schema(examples = "Caisse 1") @Nullable String till,

        @Schema(description = "Drawer of the cash.", examples = "12") @Nullable Long sessionId,

        @Schema(examples = "4417") @Nullable String voucherHolder,

        @Schema(description = "The terminal's name for it.", examples = "A00041") @Nullable String terminalRef,

        @Schema(examples = "103") long cashierId,
        @Schema(examples = "Inès") String cashierName,
        LocalDate businessDate,
        OffsetDateTime paidAt,

        @Schema(description = "What was left to pay on the bill after this.", examples = "0")
        long leftCents,

        @Schema(description = "Ticket that tells of it; null until the bill is settled.", examples = "1204") @Nullable Long ticketNo) {

    /**
     * Money for a bill.
     *
     * @throws ProblemException 409 when nothing is left to pay, 422 when it is more than is left or the cash does not
     *     cover it
     */
    static Payment of(
            long paymentId,
            Bill bill,
            NewPayment request,
            Caller cashier,
            PaymentState state,
            @Nullable Long sessionId,
            LocalDate businessDate,
            OffsetDateTime at) {
        requireLeft(bill, request.amountCents());
        boolean cash = request.method() == PaymentMethod.CASH;
        Long tendered = cash ? tendered(request) : null;
        return new Payment(
                paymentId,
                bill.restaurantId(),
                bill.orderId(),
                request.method(),
                state,
                request.amountCents(),
                tendered,
                tendered == null ? null : tendered - request.amountCents() - request.tip(),
                request.tip(),
                0,
                bill.currency(),
                request.items(),
                request.till(),
                sessionId,
                request.voucherHolder(),
                null,
                cashier.staffId(),
                cashier.name(),
                businessDate,
                at,
                bill.leftCents() - request.amountCents(),
                null);
    }

    private static void requireLeft(Bill bill, long amountCents) {
        if (amountCents <= bill.leftCents()) {
            return;
        }
        if (amountCents <= bill.leftCents() + bill.reservedCents()) {
            throw ProblemException.of(
                    PaymentsProblem.PAYMENT_UNRESOLVED, "Ask its terminal again, or cancel that payment, first.");
        }
        if (bill.leftCents() <= 0) {
            throw ProblemException.of(PaymentsProblem.BILL_SETTLED, "Nothing is left to pay.");
        }
        throw ProblemException.of(PaymentsProblem.OVERPAYMENT, "Take at most " + bill.leftCents() + " cents.");
    }

    private static long tendered(NewPayment request) {
        long needed = request.amountCents() + request.tip();
        long tendered = request.tenderedCents() == null ? needed : request.tenderedCents();
        if (tendered < needed) {
            throw ProblemException.of(PaymentsProblem.TENDERED_TOO_LITTLE, (needed - tendered) + " cents are missing.");
        }
        return tendered;
    }

    /** What of it can still be given back. */
    long refundableCents() {
        return amountCents - refundedCents;
    }

    /** Whether its items are paid, or about to be. */
    public boolean holdsItems() {
        return !state.isOver() && refundableCents() > 0;
    }

    /** Whoever took it. */
    Person cashier() {
        return new Person(cashierId, cashierName);
    }

    /** As the books have it. */
    Taking taking() {
        return new Taking(
                restaurantId,
                paymentId,
                null,
                orderId,
                method,
                amountCents,
                tipCents,
                currency,
                cashier(),
                businessDate,
                paidAt);
    }
}
