package io.brigade.orders.slip;

import java.util.ArrayList;
import java.util.List;

/** A row of a slip as it stands on paper, and how it is set. */
record SlipRow(Style style, String text) {

    /** Characters of the printer's font A on paper of 80 mm. */
    static final int COLUMNS = 42;

    /** How a row is set, and how many characters fit into it. */
    enum Style {
        /** Twice as wide and high, in the middle. */
        TITLE(COLUMNS / 2),
        /** Twice as high. */
        DISH(COLUMNS),
        HEADING(COLUMNS),
        /** White on black. */
        WARNING(COLUMNS),
        PLAIN(COLUMNS);

        private final int columns;

        Style(int columns) {
            this.columns = columns;
        }
    }

    /** A rule across the paper. */
    static SlipRow rule() {
        return new SlipRow(Style.PLAIN, "-".repeat(COLUMNS));
    }

    /** The text in as many rows as it needs, broken between words; all but the first begin with that many spaces. */
    static List<SlipRow> wrap(Style style, String text, int hang) {
        List<SlipRow> rows = new ArrayList<>();
        String left = printable(text);
        String indent = "";
        while (indent.length() + left.length() > style.columns) {
            int room = style.columns - indent.length();
            int end = left.lastIndexOf(' ', room);
            int cut = end > left.length() - left.stripLeading().length() ? end : whole(left, room);
            rows.add(new SlipRow(style, indent + left.substring(0, cut).stripTrailing()));
            left = left.substring(cut).strip();
            indent = " ".repeat(hang);
        }
        rows.add(new SlipRow(style, indent + left));
        return rows;
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
