package io.brigade.menu.carte;

/** Where a dish is made. */
public enum Station {
    HOT,
    COLD,
    BAR,
    PASTRY
}
