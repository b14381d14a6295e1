package io.brigade.orders.kitchen;

/** Where dishes are made; the names are the carte's. */
public enum Station {
    HOT,
    COLD,
    BAR,
    PASTRY
}
