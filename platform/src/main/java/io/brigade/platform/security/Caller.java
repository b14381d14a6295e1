package io.brigade.platform.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who is asking, as the signed token says; nothing of it is ever read from a request's body.
 *
 * @param roles constants of {@link Role}
 * @param discountLimitBp what the person may take off an order without an approval, in basis points of its total
 * @param restaurantIds all restaurants whose figures the person may see; their own is always among them
 */
public record Caller(
        long restaurantId,
        long staffId,
        String name,
        String currency,
        ZoneId timeZone,
        int dayCutoffHour,
        Set<String> roles,
        int discountLimitBp,
        SortedSet<Long> restaurantIds) {

    public Caller {
        SortedSet<Long> withOwn = new TreeSet<>(restaurantIds);
        withOwn.add(restaurantId);
        restaurantIds = Collections.unmodifiableSortedSet(withOwn);
    }

    /** Somebody who sees nothing but their own restaurant. */
    public Caller(
            long restaurantId,
            long staffId,
            String name,
            String currency,
            ZoneId timeZone,
            int dayCutoffHour,
            Set<String> roles,
            int discountLimitBp) {
        this(
                restaurantId,
                staffId,
                name,
                currency,
                timeZone,
                dayCutoffHour,
                roles,
                discountLimitBp,
                Collections.emptySortedSet());
    }

    /** The restaurant's own day: it turns at the cut-off hour of its time zone, not at midnight. */
    public LocalDate businessDate(Instant at) {
        return at.atZone(timeZone).minusHours(dayCutoffHour).toLocalDate();
    }

    /** Whether the person approves for others, and so needs nobody else's approval. */
    public boolean mayApprove() {
        return Role.mayApprove(roles);
    }
}
