package io.brigade.platform.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Who is asking, as the signed token says; nothing of it is ever read from a request's body. */
public record Caller(
        long restaurantId, long staffId, String name, String currency, ZoneId timeZone, int dayCutoffHour) {

    /** The restaurant's own day: it turns at the cut-off hour of its time zone, not at midnight. */
    public LocalDate businessDate(Instant at) {
        return at.atZone(timeZone).minusHours(dayCutoffHour).toLocalDate();
    }
}
