package io.brigade.orders.order;

/** What a discount takes off: a share, an amount, or everything (a comp: on the house). */
public enum DiscountKind {
    PERCENT,
    AMOUNT,
    COMP
}
