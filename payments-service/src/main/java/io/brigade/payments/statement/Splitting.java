package io.brigade.payments.statement;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillLine;
import io.brigade.payments.bill.Shares;
import io.brigade.payments.payment.Payment;
import io.brigade.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Splits what is left of a bill among guests: the parts always add up to it. */
final class Splitting {

    private final Bill bill;
    private final List<BillLine> unpaid;
    private final long left;

    Splitting(Bill bill, List<Payment> payments) {
        Set<Long> paid = payments.stream()
                .filter(Payment::holdsItems)
                .map(Payment::itemIds)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        this.bill = bill;
        this.unpaid = bill.lines().stream()
                .filter(line -> !paid.contains(line.itemId()))
                .toList();
        this.left = Math.max(0, bill.leftCents());
    }

    private record Part(@Nullable Integer seat, List<BillLine> lines, long extraCents) {
        long cents() {
            return extraCents + lines.stream().mapToLong(BillLine::totalCents).sum();
        }
    }

    /** In equal parts; the first ones pay the cents that are left over. */
    SharesView equally(int parts) {
        return view(Shares.equal(left, parts).stream()
                .map(cents -> new Share(null, cents, List.of()))
                .toList());
    }

    /** What these items cost, and what the others cost. */
    SharesView byItems(List<Long> itemIds) {
        Map<Boolean, List<BillLine>> chosen =
                unpaid.stream().collect(Collectors.partitioningBy(line -> itemIds.contains(line.itemId())));
        List<BillLine> these = chosen.getOrDefault(true, List.of());
        itemIds.stream()
                .filter(id -> these.stream().noneMatch(line -> line.itemId() == id))
                .findFirst()
                .ifPresent(id -> {
                    throw ProblemException.of(
                            PaymentsProblem.ITEM_UNKNOWN, "There is no item " + id + " on it that is not paid.");
                });
        return weighted(List.of(new Part(null, these, 0), new Part(null, chosen.getOrDefault(false, List.of()), 0)));
    }

    /** Each seat its own items; what is on no seat is shared by all seats in equal parts. */
    SharesView bySeat() {
        Map<Integer, List<BillLine>> seats = new TreeMap<>();
        long shared = 0;
        for (BillLine line : unpaid) {
            if (line.seat() == null) {
                shared += line.totalCents();
            } else {
                seats.computeIfAbsent(line.seat(), _ -> new ArrayList<>()).add(line);
            }
        }
        return seats.isEmpty() ? equally(1) : weighted(parts(seats, Shares.equal(shared, seats.size())));
    }

    private static List<Part> parts(Map<Integer, List<BillLine>> seats, List<Long> extra) {
        List<Part> parts = new ArrayList<>();
        seats.forEach((seat, lines) -> parts.add(new Part(seat, lines, extra.get(parts.size()))));
        return parts;
    }

    /** Where something was paid that is for no item, every part is the smaller for it. */
    private SharesView weighted(List<Part> parts) {
        List<Long> cents =
                Shares.inProportion(left, parts.stream().map(Part::cents).toList());
        boolean exact = left == parts.stream().mapToLong(Part::cents).sum();
        List<Share> shares = new ArrayList<>();
        for (Part part : parts) {
            List<Long> items = exact && part.extraCents() == 0
                    ? part.lines().stream().map(BillLine::itemId).toList()
                    : List.of();
            shares.add(new Share(part.seat(), cents.get(shares.size()), items));
        }
        return view(shares);
    }

    private SharesView view(List<Share> shares) {
        return new SharesView(bill.orderId(), bill.currency(), left, shares);
    }
}
