package io.brigade.orders.floor;

/** What a table looks like; follows from its orders and is stored nowhere. */
public enum TableState {
    /** Guests may sit down. */
    FREE,
    /** Guests are there, and the kitchen has nothing of theirs. */
    SEATED,
    /** The kitchen has, or had, something of theirs. */
    ORDERED,
    /** Guests have left, and nobody has cleared it since. */
    TO_CLEAR
}
