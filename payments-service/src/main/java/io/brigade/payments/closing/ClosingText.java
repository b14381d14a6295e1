package io.brigade.payments.closing;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Seller;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A closing as the printer prints it: 42 columns, in French. */
final class ClosingText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Closing closing;
    private final Paper paper = new Paper();

    private ClosingText(Closing closing) {
        this.closing = closing;
    }

    /** The text, with times as the restaurant's clock shows them. */
    static String of(Closing closing, ZoneId timeZone) {
        ClosingText text = new ClosingText(closing);
        text.seller(closing.seller());
        text.title(timeZone);
        text.counts();
        text.sales();
        text.vat();
        text.takings();
        text.cumulative();
        text.foot();
        return text.paper.toString();
    }

    private void seller(@Nullable Seller seller) {
        if (seller != null) {
            paper.centred(seller.name());
            if (!seller.legalName().equals(seller.name())) {
                paper.centred(seller.legalName());
            }
            paper.centred(seller.address());
            paper.centred("SIRET " + seller.siret());
            paper.rule('=');
        }
    }

    private void title(ZoneId timeZone) {
        paper.centred(name() + " n° " + closing.closingNo());
        paper.centred(period());
        paper.text("Clôture le "
                + closing.closedAt().atZoneSameInstant(timeZone).format(TIME)
                + " par " + closing.closedBy().name());
        paper.rule('-');
    }

    private String name() {
        return switch (closing.kind()) {
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
        paper.count("Tickets", figures.tickets());
        paper.count("Avoirs", figures.credits());
        if (figures.firstTicketNo() != null) {
            paper.line("Du n° " + figures.firstTicketNo(), "au n° " + figures.lastTicketNo());
        }
        paper.count("Commandes", figures.orders());
        paper.count("Couverts", figures.covers());
        paper.count("Additions à solder, reportées", closing.openBills());
        paper.rule('-');
    }

    private void sales() {
        Figures figures = closing.figures();
        Sums sums = figures.sums();
        paper.money("Ventes TTC", sums.salesCents());
        paper.money("Avoirs TTC", sums.creditCents());
        paper.money("TOTAL TTC", sums.totalCents());
        paper.money("Remises comprises", figures.discountCents());
        paper.rule('-');
    }

    private void vat() {
        Sums sums = closing.figures().sums();
        paper.columns("TVA", "HT", "TVA", "TTC");
        closing.figures()
                .vat()
                .forEach(share -> paper.columns(rate(share), share.netCents(), share.vatCents(), share.grossCents()));
        paper.columns("Total", sums.netCents(), sums.vatCents(), sums.totalCents());
        paper.rule('-');
    }

    private static String rate(VatShare share) {
        return Paper.decimal(share.vatRateBp()) + " %";
    }

    private void takings() {
        Figures figures = closing.figures();
        paper.text("ENCAISSEMENTS");
        figures.methods().forEach(this::method);
        paper.money("TOTAL ENCAISSÉ", figures.takingsCents());
        paper.money("Pourboires, en plus", figures.tipCents());
        paper.rule('-');
    }

    private void method(MethodTotal method) {
        paper.money(method.method().label() + " (" + method.payments() + ")", method.paidCents());
        if (method.refunds() > 0) {
            paper.money("  Remboursements (" + method.refunds() + ")", method.refundedCents());
        }
        if (method.tipCents() != 0) {
            paper.money("  Pourboires", method.tipCents());
        }
    }

    private void cumulative() {
        paper.text("CUMULS TTC au " + closing.lastDay().format(DAY));
        paper.money("Mois", closing.monthToDate().totalCents());
        paper.money("Année", closing.yearToDate().totalCents());
        paper.money("Perpétuel", closing.perpetual().totalCents());
        paper.money("  dont ventes", closing.perpetual().salesCents());
        paper.money("  dont avoirs", closing.perpetual().creditCents());
        paper.money("  HT", closing.perpetual().netCents());
        paper.money("  TVA", closing.perpetual().vatCents());
        paper.rule('-');
    }

    private void foot() {
        if (closing.journalNo() != null) {
            paper.line("Journal fiscal", "n° " + closing.journalNo());
        }
        paper.text("Montants en " + closing.currency());
    }
}
