package io.brigade.payments.payment;

import io.brigade.payments.bill.Bill;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/**
 * What a method demands beyond what every payment does. Gift cards or a house account are one more {@link PaymentMethod}
 * and one more bean of this type, which looks at the balance and takes from it in the payment's transaction.
 */
interface MethodRule {

    /** The method that it is about. */
    PaymentMethod method();

    /**
     * Fails with a problem when the method does not pay this.
     *
     * @param payments what was paid on the bill before, which is locked
     */
    Uni<Void> check(
            Transaction transaction, Bill bill, NewPayment request, List<Payment> payments, LocalDate businessDate);
}
