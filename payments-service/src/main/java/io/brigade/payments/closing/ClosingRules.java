package io.brigade.payments.closing;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.closing.ClosingStore.Last;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a period may be closed: once, in order, when it is over, and when what it is made of is closed. */
@ApplicationScoped
class ClosingRules {

    private final ClosingStore closings;
    private final OpenDays days;

    @Inject
    ClosingRules(ClosingStore closings, OpenDays days) {
        this.closings = closings;
        this.days = days;
    }

    /**
     * Days without bookings count as closed.
     *
     * @param today the restaurant's day; it can be closed before its end, and what comes then falls into the next one
     * @return the number that the closing gets; fails with 409 when the period can't be closed
     */
    Uni<Long> nextNumber(Transaction transaction, long restaurantId, Period period, LocalDate today) {
        if (period.lastDay().isAfter(today)) {
            throw ProblemException.of(
                    PaymentsProblem.PERIOD_NOT_OVER, "It can be closed on " + period.lastDay() + " at the earliest.");
        }
        return requireOpen(transaction, restaurantId, period)
                .chain(last -> requireOrder(transaction, restaurantId, period, last)
                        .chain(() -> requireParts(transaction, restaurantId, period))
                        .replaceWith(last == null ? 1 : last.closingNo() + 1));
    }

    private Uni<@Nullable Last> requireOpen(Transaction transaction, long restaurantId, Period period) {
        return days.closedThrough(transaction, restaurantId)
                .chain(closed -> closings.last(transaction, restaurantId, period.kind())
                        .invoke(last -> {
                            boolean sealed = period.kind() == ClosingKind.DAY && reaches(closed, period);
                            if (sealed || (last != null && reaches(last.lastDay(), period))) {
                                throw ProblemException.of(
                                        PaymentsProblem.PERIOD_CLOSED, "It, or what came after it, was closed before.");
                            }
                        }));
    }

    private static boolean reaches(@Nullable LocalDate closed, Period period) {
        return closed != null && !closed.isBefore(period.lastDay());
    }

    private Uni<Void> requireOrder(Transaction transaction, long restaurantId, Period period, @Nullable Last last) {
        return requireNothingBooked(
                transaction,
                restaurantId,
                last == null ? null : last.lastDay(),
                period.firstDay().minusDays(1),
                period.kind());
    }

    private Uni<Void> requireParts(Transaction transaction, long restaurantId, Period period) {
        ClosingKind part = period.kind().part();
        return part == null
                ? Uni.createFrom().voidItem()
                : closings.last(transaction, restaurantId, part)
                        .chain(last -> requireNothingBooked(
                                transaction,
                                restaurantId,
                                last == null ? null : last.lastDay(),
                                period.lastDay(),
                                part));
    }

    private Uni<Void> requireNothingBooked(
            Transaction transaction,
            long restaurantId,
            @Nullable LocalDate after,
            LocalDate through,
            ClosingKind toBeClosed) {
        return closings.firstBooked(transaction, restaurantId, after, through)
                .invoke(booked -> {
                    if (booked != null) {
                        throw ProblemException.of(
                                PaymentsProblem.EARLIER_PERIOD_OPEN,
                                "Close the " + toBeClosed.periodOf(booked).inWords() + " first.");
                    }
                })
                .replaceWithVoid();
    }
}
