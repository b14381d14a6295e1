package io.brigade.orders.slip;

/** How far a slip is. One that was claimed and not heard of again waits anew. */
public enum PrintJobState {
    PENDING,
    PRINTING,
    PRINTED
}
