package io.brigade.platform.paper;

import java.util.List;
import java.util.stream.Collectors;

/** Paper as plain text of 42 columns. */
public final class PlainPaper {

    private PlainPaper() {}

    /** Rows of text, each ended by a line feed. */
    public static String of(List<PaperRow> rows) {
        return rows.stream().map(PlainPaper::text).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What paper says big stands between stars. */
    private static String text(PaperRow row) {
        return row.style() == PaperRow.Style.TITLE ? between(row.text()) : row.text();
    }

    private static String between(String title) {
        int stars = PaperRow.COLUMNS - title.length() - 2;
        return "*".repeat(stars / 2) + " " + title + " " + "*".repeat(stars - stars / 2);
    }
}
