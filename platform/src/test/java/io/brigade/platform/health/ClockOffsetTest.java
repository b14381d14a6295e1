package io.brigade.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockOffsetTest {

    private static final Instant DATABASE = Instant.parse("2026-01-31T20:30:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT29S, true", "-PT29S, true", "PT31S, false", "-PT31S, false", "-PT1H, false"})
    void halfAMinuteIsTooMuch(Duration ahead, boolean tolerable) {
        assertThat(ClockOffset.of(DATABASE.plus(ahead), DATABASE).isTolerable()).isEqualTo(tolerable);
    }
}
