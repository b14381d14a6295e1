package io.brigade.payments.payment;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of card payments. */
@ConfigMapping(prefix = "brigade.payments")
interface TerminalConfig {

    /** How long a card terminal may take; then its payment is {@code UNKNOWN}. */
    Duration terminalPatience();
}
