package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TicketPostingTest {

    private static final List<Integer> RATES = List.of(0, 210, 550, 1000, 2000, 850);

    private final TicketPosting posting = Tickets.posting();

    @Test
    void aSaleDebitsWhatWasReceivedAndCreditsSalesVatAndTips() {
        assertThat(posting.lines(Tickets.sale(1, 1, Tickets.DAY)))
                .extracting(EntryLine::account, EntryLine::debitCents, EntryLine::creditCents)
                .containsExactly(
                        tuple("511500", 5650L, 0L),
                        tuple("706100", 0L, 4364L),
                        tuple("445710100", 0L, 436L),
                        tuple("706200", 0L, 542L),
                        tuple("445710200", 0L, 108L),
                        tuple("467000", 0L, 200L));
    }

    @Test
    void aCreditIsTheMirrorImageAndHasNoNegativeAmount() {
        Ticket credit = Tickets.ticket(
                1,
                2,
                Tickets.DAY,
                List.of(Tickets.share(1000, -909, -91)),
                List.of(Tickets.paid(PaymentMethod.CASH, -1000, -50)));

        assertThat(posting.lines(credit))
                .extracting(EntryLine::account, EntryLine::debitCents, EntryLine::creditCents)
                .containsExactly(
                        tuple("530000", 0L, 1050L),
                        tuple("706100", 909L, 0L),
                        tuple("445710100", 91L, 0L),
                        tuple("467000", 50L, 0L));
    }

    @Test
    void eachMethodHasItsAccountAndARateThatNobodyThoughtOfGetsOneToo() {
        Ticket ticket = Tickets.ticket(
                1,
                3,
                Tickets.DAY,
                List.of(Tickets.share(850, 1000, 85)),
                List.of(Tickets.paid(PaymentMethod.CHEQUE, 500, 0), Tickets.paid(PaymentMethod.MEAL_VOUCHER, 585, 0)));

        assertThat(posting.lines(ticket))
                .extracting(EntryLine::account)
                .containsExactly("511700", "511200", "7060850", "445710850");
    }

    @Test
    void aBillThatCameToNothingHasNoLines() {
        assertThat(posting.lines(Tickets.ticket(1, 4, Tickets.DAY, List.of(Tickets.share(1000, 0, 0)), List.of())))
                .isEmpty();
    }

    @Test
    void anAccountThatTheTaxOfficeWouldNotTakeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Account("VENTES", "Ventes"));
    }

    @Property
    void debitsAndCreditsAreAlwaysTheSame(@ForAll("tickets") Ticket ticket) {
        List<EntryLine> lines = posting.lines(ticket);

        assertThat(lines.stream().mapToLong(EntryLine::debitCents).sum())
                .isEqualTo(lines.stream().mapToLong(EntryLine::creditCents).sum());
        assertThat(lines).allSatisfy(line -> {
            assertThat(Math.min(line.debitCents(), line.creditCents())).isZero();
            assertThat(Math.max(line.debitCents(), line.creditCents())).isPositive();
        });
        assertThat(lines).extracting(EntryLine::account).doesNotHaveDuplicates();
    }

    /** By account: what the lines say is what the ticket says, whichever sign it has. */
    @Property
    void vatAndTipsAreThoseOfTheTicket(@ForAll("tickets") Ticket ticket) {
        Map<Integer, Long> vat = ticket.vat().stream()
                .filter(share -> share.vatCents() != 0)
                .collect(Collectors.toMap(VatShare::vatRateBp, VatShare::vatCents));
        List<EntryLine> lines = posting.lines(ticket);

        assertThat(lines.stream()
                        .filter(line -> line.account().startsWith("4457"))
                        .collect(Collectors.toMap(EntryLine::vatRateBp, TicketPostingTest::credited)))
                .isEqualTo(vat);
        assertThat(lines.stream()
                        .filter(line -> line.account().equals("467000"))
                        .mapToLong(TicketPostingTest::credited)
                        .sum())
                .isEqualTo(ticket.settlements().stream()
                        .mapToLong(Ticket.Settlement::tipCents)
                        .sum());
    }

    /** Sales, credits, and corrections that are up at one rate and down at another; paid in any number of parts. */
    @Provide
    Arbitrary<Ticket> tickets() {
        Arbitrary<Map<Integer, Long>> grossByRate =
                Arbitraries.maps(Arbitraries.of(RATES), Arbitraries.longs().between(-100_000, 1_000_000));
        Arbitrary<List<Long>> cuts =
                Arbitraries.longs().between(-50_000, 500_000).list().ofMaxSize(5);
        Arbitrary<Long> tips = Arbitraries.longs().between(-500, 2_000);
        Arbitrary<PaymentMethod> methods = Arbitraries.of(PaymentMethod.class);
        return Combinators.combine(grossByRate, cuts, tips, methods.list().ofSize(6))
                .as(TicketPostingTest::ticket);
    }

    private static Ticket ticket(Map<Integer, Long> grossByRate, List<Long> cuts, long tip, List<PaymentMethod> how) {
        List<VatShare> vat = grossByRate.entrySet().stream()
                .map(rate -> share(rate.getKey(), rate.getValue()))
                .toList();
        long left = grossByRate.values().stream().mapToLong(Long::longValue).sum();
        List<Ticket.Settlement> settlements = new ArrayList<>();
        for (int part = 0; part < cuts.size(); part++) {
            settlements.add(Tickets.paid(how.get(part), cuts.get(part), 0));
            left -= cuts.get(part);
        }
        settlements.add(Tickets.paid(how.get(cuts.size()), left, tip));
        return Tickets.ticket(1, 1, Tickets.DAY, vat, settlements);
    }

    private static VatShare share(int rateBp, long gross) {
        long net = Math.round(gross * 10_000.0 / (10_000 + rateBp));
        return Tickets.share(rateBp, net, gross - net);
    }

    private static long credited(EntryLine line) {
        return line.creditCents() - line.debitCents();
    }
}
