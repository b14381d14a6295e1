package io.brigade.payments.document;

/** What is printed for a guest. */
public enum DocumentKind {
    /** Before paying; from 25 EUR on the guest has a right to it (arrêté n° 83-50/A of 3 October 1983). */
    NOTE,
    /** After paying. */
    RECEIPT
}
