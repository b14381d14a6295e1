package io.brigade.menu.carte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoldOutTest {

    private static final Caller MARC =
            new Caller(1, 7, "Marc", "EUR", ZoneId.of("Europe/Paris"), 5, Set.of("KITCHEN"), 0);

    @ParameterizedTest
    @CsvSource({
        // at eight in the evening, after midnight, just before the day turns, just after
        "2026-11-23T19:00:00Z, 2026-11-24T04:00:00Z",
        "2026-11-24T00:30:00Z, 2026-11-24T04:00:00Z",
        "2026-11-24T03:59:59Z, 2026-11-24T04:00:00Z",
        "2026-11-24T04:00:00Z, 2026-11-25T04:00:00Z",
        // the nights on which the clocks change
        "2026-10-24T20:00:00Z, 2026-10-25T04:00:00Z",
        "2026-03-28T20:00:00Z, 2026-03-29T03:00:00Z"
    })
    void tomorrowIsTheRestaurantsNextBusinessDay(String now, String begins) {
        assertThat(SoldOut.until("TOMORROW", false, MARC, Instant.parse(now))).isEqualTo(OffsetDateTime.parse(begins));
    }

    @Test
    void aMomentMustBeAheadAndWithinAYear() {
        Instant now = Instant.parse("2026-11-23T19:00:00Z");
        assertThat(SoldOut.until("2026-11-24T11:00:00+01:00", false, MARC, now))
                .isEqualTo(OffsetDateTime.parse("2026-11-24T10:00:00Z"));
        for (String wrong : new String[] {"2026-11-23T19:00:00Z", "2027-12-01T00:00:00Z", "tomorrow", ""}) {
            assertThatThrownBy(() -> SoldOut.until(wrong, false, MARC, now)).isInstanceOf(ProblemException.class);
        }
        assertThat(SoldOut.until(null, false, MARC, now)).isNull();
    }
}
