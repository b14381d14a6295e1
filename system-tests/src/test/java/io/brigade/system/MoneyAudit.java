package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.system.invariant.Checker;
import io.brigade.system.invariant.Evidence;
import io.brigade.system.invariant.Exchange;
import io.brigade.system.invariant.OrderFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds what tills were told against bills, orders, drawers and the verified fiscal journal. */
final class MoneyAudit {

    private final Evidence evidence;
    private final FiscalBooks books;
    private final List<Exchange> payments;

    MoneyAudit(Evidence evidence, FiscalBooks books) {
        this.evidence = evidence;
        this.books = books;
        this.payments = evidence.paymentsByOrder().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** No invariant is broken, and every sum is the same wherever it is kept. */
    void check(Drawers drawers) {
        assertThat(Checker.findings(evidence)).isEmpty();
        everyPaymentIsJournalledOnce();
        everySettledOrderHasItsTicket();
        everyDrawerHasItsCash(drawers);
    }

    private void everyPaymentIsJournalledOnce() {
        Map<Long, Long> told = payments.stream()
                .collect(Collectors.toMap(Evidence::paymentId, payment -> cents(payment, "amount_cents")));
        Map<Long, OrderFile> ours = evidence.byId();
        Map<Long, Long> journalled = books.payments().entrySet().stream()
                .filter(payment -> ours.containsKey(books.orders().get(payment.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(journalled).isEqualTo(told);
    }

    /** Closed is settled, settled has tickets over what it came to, and what is open has none. */
    private void everySettledOrderHasItsTicket() {
        for (OrderFile file : evidence.orders()) {
            boolean settled = file.bill().path("left_cents").asLong() == 0;
            assertThat(file.status()).as("%s", file).isEqualTo(settled ? "CLOSED" : "OPEN");
            assertThat(books.tickets().getOrDefault(file.id(), 0L))
                    .as("tickets of %s", file)
                    .isEqualTo(settled ? file.totalCents() : 0);
        }
    }

    private void everyDrawerHasItsCash(Drawers drawers) {
        for (String till : drawers.tills()) {
            long taken = payments.stream()
                    .filter(payment -> payment.json().path("till").asText().equals(till))
                    .filter(payment -> payment.json().path("method").asText().equals("CASH"))
                    .mapToLong(payment -> cents(payment, "amount_cents") + cents(payment, "tip_cents"))
                    .sum();
            assertThat(drawers.cameIn(till)).as(till).isEqualTo(taken);
        }
    }

    private static long cents(Exchange payment, String field) {
        return payment.json().path(field).asLong();
    }

    /** In one line. */
    @Override
    public String toString() {
        return "%d payments of %d cents for %d orders; %d journal entries verified"
                .formatted(
                        payments.size(),
                        payments.stream()
                                .mapToLong(payment -> cents(payment, "amount_cents"))
                                .sum(),
                        evidence.orders().size(),
                        books.entries().get());
    }
}
