package io.brigade.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingClockTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private Duration here = Duration.ZERO;
    private Duration database = Duration.ZERO;
    private Optional<IOException> away = Optional.empty();
    private final BookingClock clock =
            new BookingClock(this::timeOfTheDatabase, () -> Instant.now().plus(here));

    @Test
    void aClockThatAgreesBooks() {
        assertThat(clock.isRight()).isTrue();
        here = Duration.ofSeconds(20);
        assertThat(clock.isRight()).isTrue();
    }

    @Test
    void aClockThatWasMovedBooksNothingUntilItIsPutRight() {
        here = TWO_HOURS;
        assertThat(clock.isRight()).isFalse();
        assertThat(clock.isRight()).isFalse();

        here = Duration.ZERO;
        assertThat(clock.isRight()).as("not before it was compared").isFalse();
        assertThat(clock.isRight()).isTrue();
    }

    @Test
    void aClockThatWasPutBackBooksNothingEither() {
        here = TWO_HOURS.negated();

        assertThat(clock.isRight()).isFalse();
        assertThat(clock.isRight()).isFalse();
    }

    @Test
    void allClocksWereWrongAndArePutRightTogether() {
        here = TWO_HOURS;
        database = TWO_HOURS;

        assertThat(clock.isRight()).as("not before it was compared").isFalse();
        assertThat(clock.isRight()).isTrue();
    }

    @Test
    void aClockThatIsWrongFromTheBeginningIsNoticedByTheFirstComparison() {
        database = TWO_HOURS;

        assertThat(clock.compare().await().indefinitely().isTolerable()).isFalse();

        assertThat(clock.isRight()).isFalse();
    }

    @Test
    void whileNobodyCanTellNothingIsBooked() {
        away = Optional.of(new IOException("refused"));
        here = TWO_HOURS;
        assertThat(clock.isRight()).isFalse();
        assertThat(clock.isRight()).isFalse();

        away = Optional.empty();
        here = Duration.ZERO;
        assertThat(clock.isRight())
                .as("the jump is undone, nothing was ever compared")
                .isTrue();
    }

    private Uni<Instant> timeOfTheDatabase() {
        return away.<Uni<Instant>>map(failure -> Uni.createFrom().failure(failure))
                .orElseGet(() -> Uni.createFrom().item(Instant.now().plus(database)));
    }
}
