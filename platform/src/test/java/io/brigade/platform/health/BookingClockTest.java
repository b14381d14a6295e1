package io.brigade.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void whatIsBookedWithoutARequestIsRefusedAsWell() {
        booked();
        here = TWO_HOURS;

        assertThatThrownBy(this::booked).hasMessageContaining("clock");

        here = Duration.ZERO;
        booked();
    }

    @Test
    void aClockThatIsWrongFromTheBeginningBooksNothing() {
        here = TWO_HOURS;
        BookingClock wrong =
                new BookingClock(this::timeOfTheDatabase, () -> Instant.now().plus(here));

        assertThatThrownBy(() -> wrong.requireRight().await().indefinitely()).hasMessageContaining("clock");
    }

    private void booked() {
        clock.requireRight().await().indefinitely();
    }

    private Uni<Instant> timeOfTheDatabase() {
        return away.<Uni<Instant>>map(failure -> Uni.createFrom().failure(failure))
                .orElseGet(() -> Uni.createFrom().item(Instant.now().plus(database)));
    }
}
