package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Waits for something that two instances learn by events, each for itself. */
final class Eventually {

    private Eventually() {}

    /** Enough answers in a row that both instances are among them. */
    static void eightTimesInARow(IntSupplier status, int expected) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            for (int i = 0; i < 8; i++) {
                assertThat(status.getAsInt()).isEqualTo(expected);
            }
        });
    }
}
