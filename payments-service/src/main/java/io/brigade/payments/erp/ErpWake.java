package io.brigade.payments.erp;

import jakarta.enterprise.context.ApplicationScoped;

/** Wakes whoever sends entries, without the writer of entries knowing who that is. */
@ApplicationScoped
class ErpWake {

    private volatile Runnable sleeper = () -> {};

    /** Whom to wake; must return at once and never throw. */
    void sleeper(Runnable wakened) {
        sleeper = wakened;
    }

    /** There is something to send. */
    void now() {
        sleeper.run();
    }
}
