package io.brigade.payments.cash;

/** How tills are named: it goes on paper and into the journal. */
public final class TillName {

    /** Letters, digits, spaces and a few signs; 40 at most. */
    public static final String PATTERN = "[0-9A-Za-zÀ-ÿ][0-9A-Za-zÀ-ÿ ._-]{0,39}";

    private TillName() {}
}
