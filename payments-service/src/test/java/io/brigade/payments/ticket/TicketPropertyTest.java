package io.brigade.payments.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillHead;
import io.brigade.payments.bill.BillLine;
import io.brigade.payments.bill.VatShare;
import io.brigade.platform.security.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever becomes of a bill between its tickets, they add up. */
class TicketPropertyTest {

    private static final List<Integer> RATES = List.of(550, 1000, 2000);

    @Property
    void theTicketsOfABillThatChangesAddUpToItAtEveryRate(@ForAll("changingBills") List<List<BillLine>> states) {
        List<BillLine> ticketed = List.of();
        List<BillLine> told = new ArrayList<>();
        for (List<BillLine> state : states) {
            List<BillLine> ticket = bill(state, ticketed).newLines();
            assertThat(VatShare.of(ticket)).allSatisfy(share -> assertThat(share.netCents() + share.vatCents())
                    .isEqualTo(share.grossCents()));
            assertThat(VatShare.of(ticket).stream()
                            .mapToLong(VatShare::grossCents)
                            .sum())
                    .isEqualTo(total(ticket));
            told.addAll(ticket);
            ticketed = state;
        }

        assertThat(grossByRate(told)).isEqualTo(grossByRate(states.getLast()));
        assertThat(told.stream().mapToLong(BillLine::discountCents).sum())
                .isEqualTo(states.getLast().stream()
                        .mapToLong(BillLine::discountCents)
                        .sum());
        assertThat(bill(states.getLast(), ticketed).isTicketDue()).isFalse();
    }

    @Property
    void aCreditComesToTheCentToWhatIsGivenBackAndTakesNoRateBelowNothing(
            @ForAll("lines") List<BillLine> lines, @ForAll @IntRange(min = 1, max = 100) int percent) {
        long credited = total(lines) * percent / 100;
        Assume.that(credited > 0);
        List<BillLine> credit = Credit.lines(bill(lines, List.of()), credited, "Geste commercial");

        assertThat(total(credit)).isEqualTo(-credited);
        Map<Integer, Long> sold = grossByRate(lines);
        grossByRate(credit).forEach((rate, cents) -> assertThat(cents).isBetween(-sold.getOrDefault(rate, 0L), 0L));
    }

    @Provide
    Arbitrary<List<List<BillLine>>> changingBills() {
        return lines().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<BillLine>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 8),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(0, 9_999),
                        Arbitraries.integers().between(0, 100))
                .as(TicketPropertyTest::line)
                .list()
                .ofMaxSize(8)
                .uniqueElements(BillLine::itemId);
    }

    /** An item keeps its rate for life. */
    private static BillLine line(long item, int quantity, long price, int discountPercent) {
        long gross = price * quantity;
        long discount = gross * discountPercent / 100;
        int rate = RATES.get((int) (item % RATES.size()));
        return new BillLine(item, item, "Plat", quantity, price, List.of(), null, discount, gross - discount, rate);
    }

    private static Bill bill(List<BillLine> lines, List<BillLine> ticketed) {
        BillHead head = new BillHead("T4", 2, "DINE_IN", new Person(101, "Camille"), null);
        long total = total(lines);
        return new Bill(78, 1, 1, "EUR", head, lines, total, 0, total, 0, 0, ticketed, total(ticketed));
    }

    private static long total(List<BillLine> lines) {
        return lines.stream().mapToLong(BillLine::totalCents).sum();
    }

    private static Map<Integer, Long> grossByRate(List<BillLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(BillLine::vatRateBp, Collectors.summingLong(BillLine::totalCents)))
                .entrySet()
                .stream()
                .filter(rate -> rate.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
