package io.brigade.payments.erp;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a ticket into lines: what was received, tips included, on the debit side; sales and VAT per rate, and the tips,
 * which the house owes to its staff, on the credit side. A credit is the mirror image. What comes to nothing has no line.
 */
@ApplicationScoped
class TicketPosting {

    private final Chart chart;

    @Inject
    TicketPosting(Chart chart) {
        this.chart = chart;
    }

    /** Lines whose debits and credits are the same sum; none when nothing moved. */
    List<EntryLine> lines(Ticket ticket) {
        List<EntryLine> lines = new ArrayList<>();
        received(ticket).forEach((method, cents) -> add(lines, chart.received(method), cents, null, method));
        for (VatShare share : byRate(ticket)) {
            add(lines, chart.sales(share.vatRateBp()), -share.netCents(), share.vatRateBp(), null);
            add(lines, chart.vat(share.vatRateBp()), -share.vatCents(), share.vatRateBp(), null);
        }
        long tips = ticket.settlements().stream()
                .mapToLong(Ticket.Settlement::tipCents)
                .sum();
        add(lines, chart.tips(), -tips, null, null);
        return List.copyOf(lines);
    }

    private static void add(
            List<EntryLine> lines,
            Account account,
            long debit,
            @Nullable Integer rateBp,
            @Nullable PaymentMethod method) {
        if (debit != 0) {
            lines.add(EntryLine.debit(account, debit, rateBp, method));
        }
    }

    private static Map<PaymentMethod, Long> received(Ticket ticket) {
        return ticket.settlements().stream()
                .collect(Collectors.groupingBy(
                        Ticket.Settlement::method,
                        TreeMap::new,
                        Collectors.summingLong(paid -> paid.amountCents() + paid.tipCents())));
    }

    private static List<VatShare> byRate(Ticket ticket) {
        return ticket.vat().stream()
                .sorted((a, b) -> Integer.compare(a.vatRateBp(), b.vatRateBp()))
                .toList();
    }
}
