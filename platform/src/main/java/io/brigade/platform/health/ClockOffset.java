package io.brigade.platform.health;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this instance's clock is from the database's, which all instances share. A ticket gets its time, and with it its
 * business day, from the instance: one whose clock was moved must not take any.
 *
 * @param ahead negative when this clock is behind
 */
record ClockOffset(Duration ahead) {

    /** Machines that keep time by NTP differ by milliseconds, and an answer may be on its way for two seconds. */
    private static final Duration TOLERABLE = Duration.ofSeconds(30);

    static ClockOffset of(Instant here, Instant database) {
        return new ClockOffset(Duration.between(database, here));
    }

    boolean isTolerable() {
        return ahead.abs().compareTo(TOLERABLE) <= 0;
    }
}
