package io.brigade.orders.slip;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.kitchen.Station;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sets which stations print, and which printer prints for another while that is out of order. */
@ApplicationScoped
class PrinterService {

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;

    @Inject
    PrinterService(Transactions transactions, IdempotencyRecords idempotency, Answers answers) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    /** Sets a station's printer; the answer is the printer. A printer that prints for others can't be sent elsewhere. */
    Uni<Answer> set(WriteRequest write, Station station, PrinterEdit edit) {
        long restaurantId = write.caller().restaurantId();
        return transactions.run(transaction -> PrinterStore.lock(transaction.connection(), restaurantId)
                .chain(settings -> idempotency.once(write, transaction, () -> {
                    check(settings, station, edit);
                    return PrinterStore.save(transaction.connection(), restaurantId, station, edit)
                            .chain(() -> view(transaction, restaurantId, station));
                })));
    }

    private Uni<Answer> view(Transaction transaction, long restaurantId, Station station) {
        return PrinterStore.list(transaction.connection(), restaurantId)
                .map(printers -> answers.ok(printers.stream()
                        .filter(printer -> printer.station().equals(station.name()))
                        .findFirst()
                        .orElseThrow()));
    }

    private static void check(List<PrinterStore.Setting> settings, Station station, PrinterEdit edit) {
        Station other = edit.redirectTo();
        if (other == station) {
            throw ProblemException.invalid("redirect_to", "must be another station");
        }
        if (other != null) {
            requireAvailable(settings, other);
        }
        boolean stops = other != null || !edit.active();
        if (stops && settings.stream().anyMatch(each -> station.name().equals(each.redirectTo()))) {
            throw ProblemException.of(
                    OrdersProblem.PRINTER_IN_USE,
                    "It prints for another station: send that station's slips elsewhere first.");
        }
    }

    /** Fails with 409 unless others may be sent to that printer. */
    static void requireAvailable(List<PrinterStore.Setting> settings, Station printer) {
        if (settings.stream().noneMatch(each -> each.station().equals(printer.name()) && each.takesOthers())) {
            throw ProblemException.of(
                    OrdersProblem.PRINTER_UNAVAILABLE,
                    "The printer of " + printer + " is not there, not active or itself sent elsewhere.");
        }
    }
}
