package io.brigade.payments.closing;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** What is closed. Each kind is numbered by itself. */
public enum ClosingKind {
    DAY,
    MONTH,
    YEAR;

    /** The period that the day lies in; months and years are those of the calendar. */
    Period periodOf(LocalDate day) {
        return switch (this) {
            case DAY -> new Period(this, day, day);
            case MONTH ->
                new Period(
                        this,
                        day.with(TemporalAdjusters.firstDayOfMonth()),
                        day.with(TemporalAdjusters.lastDayOfMonth()));
            case YEAR ->
                new Period(
                        this,
                        day.with(TemporalAdjusters.firstDayOfYear()),
                        day.with(TemporalAdjusters.lastDayOfYear()));
        };
    }

    /** What such a period is made of: those have to be closed before; null for a day. */
    @Nullable ClosingKind part() {
        return switch (this) {
            case DAY -> null;
            case MONTH -> DAY;
            case YEAR -> MONTH;
        };
    }
}
