package io.brigade.menu.carte;

import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Until when something is sold out. */
public final class SoldOut {

    private static final String TOMORROW = "TOMORROW";
    private static final Duration LONGEST = Duration.ofDays(366);

    private SoldOut() {}

    /**
     * The moment that is meant; null when nobody said. TOMORROW begins when the restaurant's next business day does.
     *
     * @throws ProblemException 400 when it is no such moment, past, more than a year ahead, or said of what is available
     */
    public static @Nullable OffsetDateTime until(@Nullable String text, boolean available, Caller caller, Instant now) {
        if (text == null) {
            return null;
        }
        if (available) {
            throw ProblemException.invalid("until", "goes with available: false");
        }
        Instant moment = text.equals(TOMORROW) ? nextBusinessDay(caller, now) : parse(text);
        if (!moment.isAfter(now) || moment.isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid("until", "must be in the future, at most a year ahead");
        }
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant nextBusinessDay(Caller caller, Instant now) {
        return caller.businessDate(now)
                .plusDays(1)
                .atTime(caller.dayCutoffHour(), 0)
                .atZone(caller.timeZone())
                .toInstant();
    }

    private static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noTime) {
            throw ProblemException.invalid("until", "must be TOMORROW or a time such as 2026-11-24T11:00:00+01:00");
        }
    }
}
