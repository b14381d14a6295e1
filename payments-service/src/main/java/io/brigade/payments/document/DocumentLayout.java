package io.brigade.payments.document;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.paper.PaperAnswer;
import io.brigade.payments.paper.Stamp;
import io.brigade.platform.paper.PaperRow;
import io.brigade.platform.paper.PaperRow.Style;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Sets a note or a receipt in rows, whatever prints them. */
final class DocumentLayout {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Document document;
    private final Content content;
    private final ZoneId timeZone;
    private final List<PaperRow> rows = new ArrayList<>();

    private DocumentLayout(Document document, ZoneId timeZone) {
        this.document = document;
        this.content = document.content();
        this.timeZone = timeZone;
    }

    /** The rows of its last print, with times as the restaurant's clock shows them. */
    static List<PaperRow> rows(Document document, ZoneId timeZone) {
        DocumentLayout layout = new DocumentLayout(document, timeZone);
        layout.seller();
        layout.head();
        layout.lines();
        layout.total();
        layout.vat();
        layout.payment();
        layout.foot();
        return List.copyOf(layout.rows);
    }

    /** Its last print in one of the forms of {@link PaperAnswer}. */
    static Response answer(Document document, ZoneId timeZone, MediaType type) {
        return PaperAnswer.of(title(document.content()), rows(document, timeZone), type);
    }

    private static String title(Content content) {
        return (content.kind() == DocumentKind.NOTE ? "Note n° " : "Reçu n° ") + content.number();
    }

    private void seller() {
        add(Style.TITLE, content.seller().name());
        rows.addAll(PaperRow.centered(content.seller().legalName()));
        rows.addAll(PaperRow.centered(content.seller().address()));
        rows.addAll(PaperRow.centered("SIRET " + content.seller().siret()));
        rows.add(PaperRow.rule());
    }

    private void head() {
        if (content.training()) {
            rows.add(Stamp.training());
        }
        if (document.prints() > 1) {
            add(Style.TITLE, "DUPLICATA " + (document.prints() - 1));
        }
        pair(Style.HEADING, title(content), at(content.issuedAt()));
        pair(
                Style.PLAIN,
                content.tableName() == null ? "Commande " + content.orderId() : "Table " + content.tableName(),
                content.covers() == null ? "" : content.covers() + " couverts");
        pair(
                Style.PLAIN,
                "Servi par " + content.waiter().name(),
                content.tableName() == null ? "" : "Commande " + content.orderId());
        rows.add(PaperRow.rule());
    }

    private void lines() {
        for (Ticket.Line line : content.lines()) {
            long gross = line.totalCents() + line.discountCents();
            pair(Style.PLAIN, line.quantity() + " x " + line.name(), money(gross));
            if (!line.options().isEmpty()) {
                add(Style.PLAIN, "    " + String.join(", ", line.options()));
            }
            if (line.discountCents() != 0) {
                pair(Style.PLAIN, "    Remise", money(-line.discountCents()));
            }
        }
        rows.add(PaperRow.rule());
    }

    private void total() {
        pair(Style.LARGE, "TOTAL TTC", money(content.totalCents()));
    }

    private void vat() {
        for (VatShare share : content.vat()) {
            pair(
                    Style.PLAIN,
                    "TVA " + percent(share.vatRateBp()) + " sur " + money(share.netCents()) + " HT",
                    money(share.vatCents()));
        }
        rows.add(PaperRow.rule());
    }

    private void payment() {
        Content.Paid paid = content.paid();
        if (paid == null) {
            return;
        }
        pair(Style.HEADING, "Payé : " + paid.method().label(), money(paid.amountCents()));
        if (paid.tipCents() > 0) {
            pair(Style.PLAIN, "Pourboire", money(paid.tipCents()));
        }
        if (paid.tenderedCents() != null) {
            pair(Style.PLAIN, "Reçu en espèces", money(paid.tenderedCents()));
            pair(Style.PLAIN, "Rendu", money(Objects.requireNonNull(paid.changeCents())));
        }
        if (paid.leftCents() > 0) {
            pair(Style.PLAIN, "Reste à payer", money(paid.leftCents()));
        }
        if (paid.ticketNo() != null) {
            pair(Style.PLAIN, "Ticket n° " + paid.ticketNo(), at(paid.paidAt()));
        }
        rows.add(PaperRow.rule());
    }

    /** Prices in France include VAT and service (Code de la consommation, L112-1; arrêté of 27 March 1987, art. 1). */
    private void foot() {
        rows.addAll(PaperRow.centered("Prix nets, service compris"));
        rows.addAll(PaperRow.centered("Merci de votre visite"));
    }

    private void add(Style style, String text) {
        rows.addAll(PaperRow.wrap(style, text, 0));
    }

    private void pair(Style style, String left, String right) {
        rows.addAll(PaperRow.pair(style, left, right));
    }

    private String at(OffsetDateTime moment) {
        return moment.atZoneSameInstant(timeZone).format(DAY_AND_TIME);
    }

    private String money(long cents) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.FRANCE);
        Currency currency = Currency.getInstance(content.currency());
        format.setCurrency(currency);
        return plain(format.format(java.math.BigDecimal.valueOf(cents, currency.getDefaultFractionDigits())));
    }

    private static String percent(int rateBp) {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.FRANCE);
        format.setMaximumFractionDigits(2);
        return plain(format.format(java.math.BigDecimal.valueOf(rateBp, 4)));
    }

    /** Printers know no narrow spaces. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
