package io.brigade.platform.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Who is asking, as the signed token says; nothing of it is ever read from a request's body.
 *
 * @param roles constants of {@link Role}
 * @param discountLimitBp what the person may take off an order without an approval, in basis points of its total
 */
public record Caller(
        long restaurantId,
        long staffId,
        String name,
        String currency,
        ZoneId timeZone,
        int dayCutoffHour,
        Set<String> roles,
        int discountLimitBp) {

    /** The restaurant's own day: it turns at the cut-off hour of its time zone, not at midnight. */
    public LocalDate businessDate(Instant at) {
        return at.atZone(timeZone).minusHours(dayCutoffHour).toLocalDate();
    }

    /** Whether the person approves for others, and so needs nobody else's approval. */
    public boolean mayApprove() {
        return Role.mayApprove(roles);
    }
}
