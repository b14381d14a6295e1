package io.brigade.payments.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillHead;
import io.brigade.payments.bill.BillLine;
import io.brigade.platform.security.Person;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However a bill is split, nobody pays less than nothing and all pay what is left of it. */
class SplittingPropertyTest {

    @Property
    void equalPartsAddUp(@ForAll("bills") Bill bill, @ForAll @IntRange(min = 1, max = 50) int parts) {
        check(bill, new Splitting(bill, List.of()).equally(parts), parts);
    }

    @Property
    void seatsAddUp(@ForAll("bills") Bill bill) {
        SharesView shares = new Splitting(bill, List.of()).bySeat();

        long seats = bill.lines().stream()
                .map(BillLine::seat)
                .filter(seat -> seat != null)
                .distinct()
                .count();
        check(bill, shares, Math.max(1, (int) seats));
    }

    @Property
    void someItemsAndTheOthersAddUp(@ForAll("bills") Bill bill, @ForAll @IntRange(max = 8) int chosen) {
        List<Long> items =
                bill.lines().stream().limit(chosen).map(BillLine::itemId).toList();

        check(bill, new Splitting(bill, List.of()).byItems(items), 2);
    }

    @Property
    void whereNothingWasPaidItemsCostWhatTheyCost(@ForAll("unpaidBills") Bill bill) {
        List<Long> first = bill.lines().stream().limit(1).map(BillLine::itemId).toList();
        long cost =
                bill.lines().stream().limit(1).mapToLong(BillLine::totalCents).sum();

        assertThat(new Splitting(bill, List.of())
                        .byItems(first)
                        .shares()
                        .getFirst()
                        .amountCents())
                .isEqualTo(cost);
    }

    private static void check(Bill bill, SharesView view, int parts) {
        assertThat(view.shares()).hasSize(parts).allSatisfy(share -> assertThat(share.amountCents())
                .isNotNegative());
        assertThat(view.shares().stream().mapToLong(Share::amountCents).sum()).isEqualTo(bill.leftCents());
    }

    @Provide
    Arbitrary<Bill> unpaidBills() {
        return lines().map(lines -> bill(lines, 0));
    }

    @Provide
    Arbitrary<Bill> bills() {
        return Combinators.combine(lines(), Arbitraries.integers().between(0, 100))
                .as((lines, paidPercent) -> bill(lines, total(lines) * paidPercent / 100));
    }

    private static Arbitrary<List<BillLine>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 8),
                        Arbitraries.longs().between(0, 99_999),
                        Arbitraries.integers().between(1, 6).injectNull(0.3))
                .as((item, cents, seat) -> new BillLine(item, item, "Plat", 1, cents, List.of(), seat, 0, cents, 1000))
                .list()
                .ofMaxSize(8)
                .uniqueElements(BillLine::itemId);
    }

    private static Bill bill(List<BillLine> lines, long paid) {
        BillHead head = new BillHead("T4", 2, "DINE_IN", new Person(101, "Camille"), null);
        return new Bill(78, 1, 1, "EUR", head, lines, total(lines), 0, paid, 0, 0, List.of(), 0);
    }

    private static long total(List<BillLine> lines) {
        return lines.stream().mapToLong(BillLine::totalCents).sum();
    }
}
