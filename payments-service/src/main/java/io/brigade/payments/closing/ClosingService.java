package io.brigade.payments.closing;

import io.brigade.payments.fiscal.Journal;
import io.brigade.payments.fiscal.Kind;
import io.brigade.payments.fiscal.NewEntry;
import io.brigade.payments.fiscal.TrainingMode;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** Closes days, months and years. No booking of the restaurant runs meanwhile. */
@ApplicationScoped
class ClosingService {

    private static final StepLog LOG = StepLog.of(ClosingService.class);
    private static final Set<String> TOPICS = Set.of("bills");

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final OpenDays days;
    private final ClosingRules rules;
    private final ClosingStore closings;
    private final Journal journal;
    private final TrainingMode training;
    private final Outbox outbox;
    private final Answers answers;

    @Inject
    ClosingService(
            Transactions transactions,
            IdempotencyRecords idempotency,
            OpenDays days,
            ClosingRules rules,
            ClosingStore closings,
            Journal journal,
            TrainingMode training,
            Outbox outbox,
            Answers answers) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.days = days;
        this.rules = rules;
        this.closings = closings;
        this.journal = journal;
        this.training = training;
        this.outbox = outbox;
        this.answers = answers;
    }

    /** Answers 201 with the closing, which the journal then has and {@code period.closed} tells; 409 when it can't be. */
    Uni<Answer> close(WriteRequest write, Period period) {
        Caller caller = write.caller();
        return transactions.run(transaction -> days.exclude(transaction, caller.restaurantId())
                .chain(() -> idempotency.once(write, transaction, () -> close(transaction, caller, period))));
    }

    private Uni<Answer> close(Transaction transaction, Caller caller, Period period) {
        OffsetDateTime at = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        LocalDate today = caller.businessDate(at.toInstant());
        return rules.nextNumber(transaction, caller.restaurantId(), period, today)
                .chain(number -> draft(transaction, caller, period, number, at))
                .chain(closing -> write(transaction, closing))
                .invoke(closing -> transaction.afterCommit(() -> log(closing)))
                .map(answers::created);
    }

    /** All figures, read one after another on the transaction's connection. */
    private Uni<Closing> draft(Transaction transaction, Caller caller, Period period, long number, OffsetDateTime at) {
        long restaurantId = caller.restaurantId();
        LocalDate last = period.lastDay();
        return Uni.combine()
                .all()
                .unis(
                        closings.nextId(transaction),
                        training.of(transaction, restaurantId),
                        closings.openBills(transaction, restaurantId),
                        closings.seller(transaction, restaurantId, last),
                        closings.perpetual(transaction, restaurantId, last),
                        figures(transaction, restaurantId, period.firstDay(), last),
                        figures(transaction, restaurantId, firstOfMonth(last), last),
                        figures(transaction, restaurantId, firstOfYear(last), last))
                .usingConcurrencyOf(1)
                .with((id, practice, openBills, seller, before, figures, month, year) -> new Closing(
                        id,
                        restaurantId,
                        practice,
                        period.kind(),
                        number,
                        period.firstDay(),
                        last,
                        at,
                        Person.of(caller),
                        seller,
                        caller.currency(),
                        openBills,
                        figures,
                        month.sums(),
                        year.sums(),
                        perpetual(period, before, figures),
                        null,
                        null));
    }

    /** A day goes on from the day closed before it; a month or year ends where its last day did. */
    private static Sums perpetual(Period period, Sums before, Figures figures) {
        return period.kind() == ClosingKind.DAY ? before.plus(figures.sums()) : before;
    }

    private static Uni<Figures> figures(Transaction transaction, long restaurantId, LocalDate first, LocalDate last) {
        return DayFigures.of(transaction.connection(), restaurantId, first, last);
    }

    private Uni<Closing> write(Transaction transaction, Closing closing) {
        return journal.append(transaction, entry(closing))
                .map(closing::in)
                .call(written -> closings.insert(transaction, written))
                .call(written -> days.closeThrough(transaction, written.restaurantId(), written.lastDay()))
                .call(written -> outbox.append(
                        transaction, new Event("period.closed", written.restaurantId(), TOPICS, written)));
    }

    private static NewEntry entry(Closing closing) {
        return new NewEntry(
                closing.restaurantId(), Kind.CLOSING, closing.closedAt(), closing.closedBy(), null, closing);
    }

    private static void log(Closing closing) {
        LOG.info("period closed")
                .with("kind", closing.kind())
                .with("closing_no", closing.closingNo())
                .with("amount_cents", closing.figures().sums().totalCents())
                .write();
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.firstDayOfMonth());
    }

    private static LocalDate firstOfYear(LocalDate day) {
        return day.with(TemporalAdjusters.firstDayOfYear());
    }
}
