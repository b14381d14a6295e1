package io.brigade.payments.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an order owes, as of a version of it, and what came in for it.
 *
 * @param totalCents what the order comes to, VAT included
 * @param creditedCents of that, what was paid back although it was owed
 * @param paidCents captured payments, tips apart
 * @param refundedCents of that, what was given back
 * @param reservedCents what a terminal has not answered for yet
 * @param lines what is sold
 * @param ticketed lines that tickets have told of already
 * @param ticketedCents what those tickets come to, credits apart
 */
public record Bill(
        long orderId,
        long restaurantId,
        long orderVersion,
        String currency,
        BillHead head,
        List<BillLine> lines,
        long totalCents,
        long creditedCents,
        long paidCents,
        long refundedCents,
        long reservedCents,
        List<BillLine> ticketed,
        long ticketedCents) {

    /** Of an order for which nothing was ever taken. */
    static Bill untouched(BilledOrder order, long restaurantId) {
        return new Bill(
                order.orderId(),
                restaurantId,
                order.version(),
                order.currency(),
                order.head(),
                order.lines(),
                order.totalCents(),
                0,
                0,
                0,
                0,
                List.of(),
                0);
    }

    /** With the order as it is now. */
    Bill asOf(BilledOrder order) {
        return order.version() <= orderVersion
                ? this
                : new Bill(
                        orderId,
                        restaurantId,
                        order.version(),
                        currency,
                        order.head(),
                        order.lines(),
                        order.totalCents(),
                        creditedCents,
                        paidCents,
                        refundedCents,
                        reservedCents,
                        ticketed,
                        ticketedCents);
    }

    /** What is owed in all. */
    public long owedCents() {
        return totalCents - creditedCents;
    }

    /** What is in the house for it. */
    public long heldCents() {
        return paidCents - refundedCents;
    }

    /** What can still be taken; negative when it is to be given back. */
    public long leftCents() {
        return owedCents() - heldCents() - reservedCents;
    }

    /** What is to be given back, because the order became cheaper than what was paid. */
    public long toGiveBackCents() {
        return Math.max(0, heldCents() - owedCents());
    }

    /** Whether everything owed is paid, and nothing too much. */
    public boolean isSquare() {
        return heldCents() == owedCents() && reservedCents == 0;
    }

    /** Whether there is something that no ticket has told of. */
    public boolean isTicketDue() {
        return !newLines().isEmpty();
    }

    /** What is different from what tickets have told: all lines the first time. */
    public List<BillLine> newLines() {
        Map<Long, BillLine> told = byItem(ticketed);
        Map<Long, BillLine> now = byItem(lines);
        List<BillLine> differences = new ArrayList<>();
        lines.forEach(line -> {
            BillLine before = told.get(line.itemId());
            differences.add(before == null ? line : line.since(before));
        });
        ticketed.stream().filter(line -> !now.containsKey(line.itemId())).forEach(line -> differences.add(line.gone()));
        return differences.stream().filter(BillLine::tellsSomething).toList();
    }

    private static Map<Long, BillLine> byItem(List<BillLine> lines) {
        return lines.stream().collect(Collectors.toMap(BillLine::itemId, Function.identity()));
    }
}
