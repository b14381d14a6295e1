package io.brigade.platform.paper;

import java.util.ArrayList;
import java.util.List;

/** A row as it stands on paper, and how it is set. */
public record PaperRow(Style style, String text) {

    /** Characters of the printer's font A on paper of 80 mm. */
    public static final int COLUMNS = 42;

    /** How a row is set, and how many characters fit into it. */
    public enum Style {
        /** Twice as wide and high, in the middle. */
        TITLE(COLUMNS / 2),
        /** Twice as high. */
        LARGE(COLUMNS),
        /** Bold. */
        HEADING(COLUMNS),
        /** White on black. */
        WARNING(COLUMNS),
        /** As it comes. */
        PLAIN(COLUMNS);

        private final int columns;

        Style(int columns) {
            this.columns = columns;
        }
    }

    /** A rule across the paper. */
    public static PaperRow rule() {
        return new PaperRow(Style.PLAIN, "-".repeat(COLUMNS));
    }

    /** The text in as many rows as it needs, broken between words; all but the first begin with that many spaces. */
    public static List<PaperRow> wrap(Style style, String text, int hang) {
        return wrap(style, text, hang, style.columns);
    }

    private static List<PaperRow> wrap(Style style, String text, int hang, int columns) {
        List<PaperRow> rows = new ArrayList<>();
        String left = printable(text);
        String indent = "";
        while (indent.length() + left.length() > columns) {
            int room = columns - indent.length();
            int end = left.lastIndexOf(' ', room);
            int cut = end > left.length() - left.stripLeading().length() ? end : whole(left, room);
            rows.add(new PaperRow(style, indent + left.substring(0, cut).stripTrailing()));
            left = left.substring(cut).strip();
            indent = " ".repeat(hang);
        }
        rows.add(new PaperRow(style, indent + left));
        return rows;
    }

    /** A text on the left and one on the right; the left one takes more rows where there is no room for both. */
    public static List<PaperRow> pair(Style style, String left, String right) {
        int room = style.columns - right.length() - 1;
        List<PaperRow> rows = new ArrayList<>(wrap(style, left, 2, room));
        String last = rows.removeLast().text();
        rows.add(new PaperRow(style, last + " ".repeat(style.columns - last.length() - right.length()) + right));
        return rows;
    }

    /** The text in the middle, in as many rows as it needs. */
    public static List<PaperRow> centered(String text) {
        return wrap(Style.PLAIN, text, 0).stream()
                .map(row -> new PaperRow(
                        Style.PLAIN, " ".repeat((COLUMNS - row.text().length()) / 2) + row.text()))
                .toList();
    }

    /** Not between the two halves of a character. */
    private static int whole(String text, int cut) {
        return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
    }

    /** Control characters would be commands to the printer. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u0080-\\u009f]+", " ")
                .stripTrailing();
    }
}
