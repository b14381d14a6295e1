package io.brigade.orders.slip;

import io.brigade.orders.order.Slip;
import io.brigade.orders.order.SlipKind;
import io.brigade.platform.paper.PaperRow;
import io.brigade.platform.paper.PaperRow.Style;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sets a slip in rows, whatever prints them. */
final class SlipLayout {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int INDENT = 4;

    private final SlipData slip;
    private final ZoneId timeZone;
    private final List<PaperRow> rows = new ArrayList<>();

    private SlipLayout(SlipData slip, ZoneId timeZone) {
        this.slip = slip;
        this.timeZone = timeZone;
    }

    /** The rows, with times as the restaurant's clock shows them. */
    static List<PaperRow> rows(SlipData slip, ZoneId timeZone) {
        SlipLayout layout = new SlipLayout(slip, timeZone);
        layout.head();
        layout.lines();
        return List.copyOf(layout.rows);
    }

    private void head() {
        if (slip.attempts() > 1) {
            add(Style.TITLE, "RÉIMPRESSION", 0);
            add(Style.PLAIN, "Déjà imprimé peut-être : à comparer.", 0);
        }
        add(Style.TITLE, SlipWords.of(slip.kind()), 0);
        place();
        add(Style.PLAIN, "Poste " + SlipWords.of(slip.station()) + "   Commande " + slip.orderId(), 0);
        add(Style.PLAIN, at(slip.createdAt(), DAY_AND_TIME) + "   " + slip.waiterName(), 2);
        rows.add(PaperRow.rule());
    }

    private void place() {
        switch (slip.serviceMode()) {
            case DINE_IN -> {
                add(Style.TITLE, "Table " + slip.tableName(), 0);
                String covers = slip.covers() == null ? "" : "   Couverts : " + slip.covers();
                add(Style.PLAIN, slip.areaName() + covers, 2);
            }
            case TAKEAWAY -> outside("À EMPORTER");
            case DELIVERY -> outside("LIVRAISON");
        }
    }

    private void outside(String how) {
        add(Style.TITLE, how, 0);
        if (slip.customerName() != null) {
            add(Style.TITLE, slip.customerName(), 0);
        }
        OffsetDateTime dueAt = slip.dueAt();
        if (dueAt != null) {
            add(Style.TITLE, "Pour " + at(dueAt, TIME), 0);
        }
    }

    private void lines() {
        slip.lines().stream()
                .collect(Collectors.groupingBy(Slip.Line::course, TreeMap::new, Collectors.toList()))
                .forEach((course, lines) -> {
                    add(Style.HEADING, "--- " + SlipWords.ofCourse(course) + " ---", 0);
                    lines.forEach(this::line);
                });
        rows.add(PaperRow.rule());
    }

    private void line(Slip.Line line) {
        String quantity = (slip.kind() == SlipKind.VOID ? "ANNULÉ " : "") + line.quantity() + " x ";
        add(Style.LARGE, quantity + line.name(), quantity.length());
        line.options().forEach(option -> detail("+ " + option));
        if (line.note() != null) {
            detail("Note : " + line.note());
        }
        if (line.seat() != null) {
            detail("Place " + line.seat());
        }
        allergies(line);
        if (line.voidReason() != null) {
            detail("Motif : " + line.voidReason());
        }
    }

    private void allergies(Slip.Line line) {
        if (!line.allergenWarning().isEmpty()) {
            add(
                    Style.WARNING,
                    "!!! ALLERGIE, LE PLAT EN CONTIENT : " + SlipWords.of(line.allergenWarning()) + " !!!",
                    4);
        }
        if (!line.allergies().isEmpty()) {
            add(Style.WARNING, "!!! ALLERGIE DU CLIENT : " + SlipWords.of(line.allergies()) + " !!!", 4);
        }
    }

    private void detail(String text) {
        add(Style.PLAIN, " ".repeat(INDENT) + text, INDENT + 2);
    }

    private String at(OffsetDateTime time, DateTimeFormatter format) {
        return time.atZoneSameInstant(timeZone).format(format);
    }

    private void add(Style style, String text, int hang) {
        rows.addAll(PaperRow.wrap(style, text, hang));
    }
}
