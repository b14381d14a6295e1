package io.brigade.payments.payment;

/** How money changes hands. */
public enum PaymentMethod {
    CARD,
    CASH
}
