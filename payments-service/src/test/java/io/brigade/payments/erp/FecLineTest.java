package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FecLineTest {

    private static final Path GOLDEN = Path.of("src/test/resources/erp/123456782FEC20261231.txt");
    private static final Charset CHARSET = Charset.forName("ISO-8859-15");

    private final AccountingConfig.Journal journal = Tickets.accounts().journal();

    @Test
    void threeTicketsAreThisFile() throws IOException {
        String file = FecLine.HEADER
                + FecLine.of(entry(1, Tickets.sale(1, 1042, Tickets.DAY)))
                + FecLine.of(entry(
                        2,
                        ticket(
                                1043,
                                List.of(Tickets.share(550, 948, 52), Tickets.share(2000, 417, 83)),
                                List.of(
                                        Tickets.paid(PaymentMethod.MEAL_VOUCHER, 1000, 0),
                                        Tickets.paid(PaymentMethod.CASH, 500, 100)))))
                + FecLine.of(entry(
                        3,
                        ticket(
                                1044,
                                List.of(Tickets.share(1000, -909, -91)),
                                List.of(Tickets.paid(PaymentMethod.CARD, -1000, 0)))));

        assertThat(file).isEqualTo(Files.readString(GOLDEN, CHARSET));
        FecReader.check(
                GOLDEN.getFileName().toString(),
                file.getBytes(CHARSET),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31));
    }

    @Test
    void whatSeparatesFieldsNeverStandsInOne() {
        AccountingEntry entry = entry(1, Tickets.sale(1, 1, Tickets.DAY));
        AccountingEntry odd = new AccountingEntry(
                entry.schemaVersion(),
                entry.entryId(),
                entry.restaurantId(),
                entry.type(),
                "V\tE",
                "Ven\r\ntes",
                entry.entryNo(),
                entry.entryDate(),
                entry.businessDate(),
                entry.recordedAt(),
                entry.currency(),
                entry.seller(),
                entry.document(),
                entry.label(),
                entry.lines(),
                entry.totalCents(),
                entry.closing());

        assertThat(FecLine.of(odd).lines()).allSatisfy(line -> assertThat(line).startsWith("V E\tVen  tes\t1\t"));
    }

    /** Written at 21:00 UTC of the day before: in Nouméa it was eight in the morning. */
    @Test
    void noEntryIsValidatedBeforeItsDay() {
        AccountingEntry entry = draft(Tickets.sale(1, 1, Tickets.DAY))
                .at(
                        new NewAccountingEntry.Place(1, 1, Tickets.DAY),
                        journal,
                        OffsetDateTime.of(2026, 11, 22, 21, 0, 0, 0, ZoneOffset.UTC));

        assertThat(FecLine.of(entry)).contains("\t20261123\t\t\r\n").doesNotContain("20261122");
    }

    private AccountingEntry entry(long no, Ticket ticket) {
        return draft(ticket)
                .at(
                        new NewAccountingEntry.Place(no, no, Tickets.DAY),
                        journal,
                        OffsetDateTime.of(2026, 11, 23, 20, 15, 0, 0, ZoneOffset.UTC));
    }

    private static NewAccountingEntry draft(Ticket ticket) {
        return Accounting.entry(ticket, Tickets.posting().lines(ticket));
    }

    private static Ticket ticket(long no, List<VatShare> vat, List<Ticket.Settlement> settlements) {
        return Tickets.ticket(1, no, Tickets.DAY, vat, settlements);
    }
}
