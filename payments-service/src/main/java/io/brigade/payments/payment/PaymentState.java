package io.brigade.payments.payment;

/**
 * State of a payment: {@code INITIATED → AUTHORIZED → CAPTURED}, or declined, cancelled, unknown. Unknown means that the
 * terminal did not answer: it is resolved before anything else is tried. A captured payment never changes.
 */
public enum PaymentState {
    INITIATED,
    AUTHORIZED,
    CAPTURED,
    DECLINED,
    CANCELLED,
    UNKNOWN;

    /** Whether a terminal has not answered for it. */
    public boolean isUndecided() {
        return this == INITIATED || this == AUTHORIZED || this == UNKNOWN;
    }

    /** Whether it came to nothing. */
    public boolean isOver() {
        return this == DECLINED || this == CANCELLED;
    }

    /** Whether a payment in this state may go to that one. */
    public boolean canBecome(PaymentState next) {
        return switch (this) {
            case INITIATED -> next == AUTHORIZED || next == DECLINED || next == CANCELLED || next == UNKNOWN;
            case AUTHORIZED -> next == CAPTURED || next == CANCELLED || next == UNKNOWN;
            case UNKNOWN -> next == AUTHORIZED || next == CAPTURED || next == DECLINED || next == CANCELLED;
            case CAPTURED, DECLINED, CANCELLED -> false;
        };
    }
}
