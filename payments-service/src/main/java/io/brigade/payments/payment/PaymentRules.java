package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillLine;
import io.brigade.platform.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to hold before money is taken for a bill. */
final class PaymentRules {

    private PaymentRules() {}

    /** Items are on the bill, and no other payment is for them. */
    static void requireItems(Bill bill, NewPayment request, List<Payment> payments) {
        Set<Long> onBill = bill.lines().stream().map(BillLine::itemId).collect(Collectors.toSet());
        Set<Long> paid = payments.stream()
                .filter(Payment::holdsItems)
                .map(Payment::itemIds)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        for (Long item : request.items()) {
            if (!onBill.contains(item)) {
                throw ProblemException.of(PaymentsProblem.ITEM_UNKNOWN, "There is no item " + item + " on it.");
            }
            if (paid.contains(item)) {
                throw ProblemException.of(PaymentsProblem.ITEM_PAID, "Item " + item + " was paid for.");
            }
        }
    }

    /** No second card while a terminal has not answered for the first. */
    static void requireAnswered(NewPayment request, List<Payment> payments) {
        payments.stream()
                .filter(payment -> request.method() == PaymentMethod.CARD
                        && payment.state().isUndecided())
                .findFirst()
                .ifPresent(open -> {
                    throw ProblemException.of(
                                    PaymentsProblem.PAYMENT_UNRESOLVED,
                                    "Ask its terminal again, or cancel that payment, first.")
                            .withCurrent(open);
                });
    }
}
