package io.brigade.orders.order;

/** What a kitchen slip says: there is something new, something is not to be made, a held course is to be made now. */
public enum SlipKind {
    NEW,
    VOID,
    FIRE
}
