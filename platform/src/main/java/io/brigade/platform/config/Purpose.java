package io.brigade.platform.config;

/** What an installation is for. */
public enum Purpose {
    /** Real guests and real money: whatever everybody could know is refused. */
    RESTAURANT,
    /** Something to look at, where public PINs and weak secrets do no harm. */
    DEMONSTRATION
}
