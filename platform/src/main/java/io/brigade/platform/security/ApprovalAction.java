package io.brigade.platform.security;

/** What a manager can approve; the service that acts names the action it needs. */
public enum ApprovalAction {
    /** An item that the kitchen has got already is taken off. */
    VOID,
    /** More is taken off the price than the restaurant's limit. */
    DISCOUNT,
    /** A whole order is cancelled after something of it was sent. */
    CANCEL,
    /** Money goes back to a guest. */
    REFUND,
    /** Money leaves a drawer, or it is opened for nothing; about no order: 0. */
    DRAWER
}
