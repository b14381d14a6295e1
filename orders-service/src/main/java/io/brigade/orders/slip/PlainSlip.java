package io.brigade.orders.slip;

import java.util.List;
import java.util.stream.Collectors;

/** A slip as plain text of 42 columns. */
final class PlainSlip {

    private PlainSlip() {}

    static String of(List<SlipRow> rows) {
        return rows.stream().map(PlainSlip::text).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What paper says big stands between stars. */
    private static String text(SlipRow row) {
        return row.style() == SlipRow.Style.TITLE ? between(row.text()) : row.text();
    }

    private static String between(String title) {
        int stars = SlipRow.COLUMNS - title.length() - 2;
        return "*".repeat(stars / 2) + " " + title + " " + "*".repeat(stars - stars / 2);
    }
}
