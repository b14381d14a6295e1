package io.brigade.payments.fiscal;

/** What an entry of the fiscal journal is about. */
public enum Kind {
    TICKET,
    NOTE,
    DUPLICATA,
    PAYMENT,
    REFUND,
    CASH,
    CLOSING,
    ARCHIVE,
    EVENT
}
