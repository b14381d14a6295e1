package io.brigade.payments.closing;

import java.time.LocalDate;

/** A day, month or year of business days; both ends belong to it. */
record Period(ClosingKind kind, LocalDate firstDay, LocalDate lastDay) {

    /** In words, such as {@code day 2026-11-23}, {@code month 2026-11}, {@code year 2026}. */
    String inWords() {
        return switch (kind) {
            case DAY -> "day " + firstDay;
            case MONTH -> "month " + firstDay.toString().substring(0, 7);
            case YEAR -> "year " + firstDay.getYear();
        };
    }
}
