package io.brigade.payments.erp;

import io.brigade.payments.payment.PaymentMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One account moved: either debit or credit is zero, the other one is positive.
 *
 * @param vatRateBp of sales and VAT
 * @param method of what was received
 */
record EntryLine(
        @Schema(examples = "511500") String account,

        @Schema(examples = "Cartes bancaires à encaisser") String accountLabel,

        @Schema(examples = "5450") long debitCents,
        @Schema(examples = "0") long creditCents,

        @Schema(description = "Of sales and VAT, in basis points.") @Nullable Integer vatRateBp,

        @Schema(description = "Of what was received.") @Nullable PaymentMethod method) {

    EntryLine {
        if (Math.min(debitCents, creditCents) != 0 || Math.max(debitCents, creditCents) <= 0) {
            throw new IllegalArgumentException("a line is either debit or credit: " + debitCents + ", " + creditCents);
        }
    }

    /** A line from an amount: what is positive is debited, what is negative is credited. */
    static EntryLine debit(Account account, long cents, @Nullable Integer vatRateBp, @Nullable PaymentMethod method) {
        return new EntryLine(
                account.number(), account.label(), Math.max(cents, 0), Math.max(-cents, 0), vatRateBp, method);
    }
}
