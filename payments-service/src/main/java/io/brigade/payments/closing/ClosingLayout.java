package io.brigade.payments.closing;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Seller;
import io.brigade.payments.paper.Stamp;
import io.brigade.platform.paper.PaperRow;
import io.brigade.platform.paper.PaperRow.Style;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sets a closing in rows, in French, whatever prints them. */
final class ClosingLayout {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private static final int RATE_WIDTH = 9;
    private static final int COLUMN_WIDTH = 11;
    private static final int CENTS = 100;

    private final Closing closing;
    private final List<PaperRow> rows = new ArrayList<>();

    private ClosingLayout(Closing closing) {
        this.closing = closing;
    }

    /** The rows, with times as the restaurant's clock shows them. */
    static List<PaperRow> rows(Closing closing, ZoneId timeZone) {
        ClosingLayout layout = new ClosingLayout(closing);
        layout.seller(closing.seller());
        layout.head(timeZone);
        layout.counts();
        layout.sales();
        layout.vat();
        layout.takings();
        layout.cumulative();
        layout.foot();
        return List.copyOf(layout.rows);
    }

    /** What it is called: {@code Z DE CAISSE n° 214}. */
    static String title(Closing closing) {
        return name(closing.kind()) + " n° " + closing.closingNo();
    }

    private void seller(@Nullable Seller seller) {
        if (seller != null) {
            centered(seller.name());
            if (!seller.legalName().equals(seller.name())) {
                centered(seller.legalName());
            }
            centered(seller.address());
            centered("SIRET " + seller.siret());
            rule();
        }
    }

    private void head(ZoneId timeZone) {
        if (closing.training()) {
            rows.add(Stamp.training());
        }
        rows.addAll(PaperRow.wrap(Style.TITLE, title(closing), 0));
        centered(period());
        text("Clôture le "
                + closing.closedAt().atZoneSameInstant(timeZone).format(TIME)
                + " par " + closing.closedBy().name());
        rule();
    }

    private static String name(ClosingKind kind) {
        return switch (kind) {
            case DAY -> "Z DE CAISSE";
            case MONTH -> "CLÔTURE MENSUELLE";
            case YEAR -> "CLÔTURE ANNUELLE";
        };
    }

    private String period() {
        LocalDate day = closing.lastDay();
        return switch (closing.kind()) {
            case DAY -> "Journée du " + day.format(DAY);
            case MONTH -> "Mois : " + day.format(MONTH);
            case YEAR -> "Année " + day.getYear();
        };
    }

    private void counts() {
        Figures figures = closing.figures();
        count("Tickets", figures.tickets());
        count("Avoirs", figures.credits());
        if (figures.firstTicketNo() != null) {
            line("Du n° " + figures.firstTicketNo(), "au n° " + figures.lastTicketNo());
        }
        count("Commandes", figures.orders());
        count("Couverts", figures.covers());
        count("Additions à solder, reportées", closing.openBills());
        rule();
    }

    private void sales() {
        Figures figures = closing.figures();
        Sums sums = figures.sums();
        money("Ventes TTC", sums.salesCents());
        money("Avoirs TTC", sums.creditCents());
        money("TOTAL TTC", sums.totalCents());
        money("Remises comprises", figures.discountCents());
        rule();
    }

    private void vat() {
        Sums sums = closing.figures().sums();
        columns("TVA", "HT", "TVA", "TTC");
        closing.figures()
                .vat()
                .forEach(share -> columns(rate(share), share.netCents(), share.vatCents(), share.grossCents()));
        columns("Total", sums.netCents(), sums.vatCents(), sums.totalCents());
        rule();
    }

    private static String rate(VatShare share) {
        return decimal(share.vatRateBp()) + " %";
    }

    private void takings() {
        Figures figures = closing.figures();
        text("ENCAISSEMENTS");
        figures.methods().forEach(this::method);
        money("TOTAL ENCAISSÉ", figures.takingsCents());
        money("Pourboires, en plus", figures.tipCents());
        rule();
    }

    private void method(MethodTotal method) {
        money(method.method().label() + " (" + method.payments() + ")", method.paidCents());
        if (method.refunds() > 0) {
            money("  Remboursements (" + method.refunds() + ")", method.refundedCents());
        }
        if (method.tipCents() != 0) {
            money("  Pourboires", method.tipCents());
        }
    }

    private void cumulative() {
        text("CUMULS TTC au " + closing.lastDay().format(DAY));
        money("Mois", closing.monthToDate().totalCents());
        money("Année", closing.yearToDate().totalCents());
        money("Perpétuel", closing.perpetual().totalCents());
        money("  dont ventes", closing.perpetual().salesCents());
        money("  dont avoirs", closing.perpetual().creditCents());
        money("  HT", closing.perpetual().netCents());
        money("  TVA", closing.perpetual().vatCents());
        rule();
    }

    /** The entry's hash covers all that the journal had by then: kept on paper, it shows a journal that was cut or replaced. */
    private void foot() {
        if (closing.journalNo() != null && closing.journalHash() != null) {
            line("Journal fiscal", "n° " + closing.journalNo());
            text("Empreinte du journal (SHA-256) :");
            blocks(closing.journalHash()).forEach(this::centered);
        }
        text("Montants en " + closing.currency());
    }

    /** Short enough to be compared by eye. */
    private static List<String> blocks(String hash) {
        return List.of(hash.substring(0, hash.length() / 2), hash.substring(hash.length() / 2)).stream()
                .map(half -> half.replaceAll("(.{8})(?=.)", "$1 "))
                .toList();
    }

    private void rule() {
        rows.add(PaperRow.rule());
    }

    private void text(String words) {
        rows.addAll(PaperRow.wrap(Style.PLAIN, words, 0));
    }

    private void centered(String words) {
        rows.addAll(PaperRow.centered(words));
    }

    private void line(String left, String right) {
        rows.addAll(PaperRow.pair(Style.PLAIN, left, right));
    }

    private void count(String what, long count) {
        line(what, Long.toString(count));
    }

    private void money(String what, long cents) {
        line(what, decimal(cents));
    }

    private void columns(String first, String second, String third, String fourth) {
        rows.add(new PaperRow(
                Style.PLAIN,
                right(first, RATE_WIDTH)
                        + right(second, COLUMN_WIDTH)
                        + right(third, COLUMN_WIDTH)
                        + right(fourth, COLUMN_WIDTH)));
    }

    /** Amounts of a VAT rate; on lines of their own when they are too long for a column. */
    private void columns(String rate, long net, long vat, long gross) {
        int longest = Math.max(decimal(net).length(), decimal(gross).length());
        if (longest < COLUMN_WIDTH) {
            columns(rate, decimal(net), decimal(vat), decimal(gross));
        } else {
            text(right(rate, RATE_WIDTH));
            money("  HT", net);
            money("  TVA", vat);
            money("  TTC", gross);
        }
    }

    /** Hundredths as written in France: {@code 1 234,50}, with a plain space, which every printer has. */
    private static String decimal(long hundredths) {
        long whole = Math.abs(hundredths) / CENTS;
        String grouped = String.format(Locale.ROOT, "%,d", whole).replace(',', ' ');
        return (hundredths < 0 ? "-" : "")
                + grouped
                + String.format(Locale.ROOT, ",%02d", Math.abs(hundredths) % CENTS);
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(0, width - cell.length())) + cell;
    }
}
