package io.brigade.payments.report;

/** What can take money off, or hint at it: looked at per person. */
public enum LossKind {
    VOID,
    DISCOUNT,
    DISCOUNT_REMOVED,
    CANCELLATION,
    CREDIT,
    REPRINT
}
