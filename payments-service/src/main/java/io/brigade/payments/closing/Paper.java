package io.brigade.payments.closing;

import java.util.Locale;

/** Text of 42 columns, as a till's printer has them. */
final class Paper {

    static final int WIDTH = 42;

    private static final int RATE_WIDTH = 9;
    private static final int COLUMN_WIDTH = 11;
    private static final int CENTS = 100;

    private final StringBuilder text = new StringBuilder();

    void rule(char of) {
        row(String.valueOf(of).repeat(WIDTH));
    }

    /** Breaks lines between words where it can. */
    void text(String words) {
        String rest = words.strip();
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int end = space > 0 ? space : WIDTH;
            row(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        row(rest);
    }

    void centred(String words) {
        Paper lines = new Paper();
        lines.text(words);
        lines.toString().lines().forEach(line -> row(" ".repeat((WIDTH - line.length()) / 2) + line));
    }

    /** One to the left, one to the right; on two lines when they don't fit on one. */
    void line(String left, String right) {
        int gap = WIDTH - left.length() - right.length();
        if (gap > 0) {
            row(left + " ".repeat(gap) + right);
        } else {
            text(left);
            row(" ".repeat(WIDTH - right.length()) + right);
        }
    }

    void count(String what, long count) {
        line(what, Long.toString(count));
    }

    void money(String what, long cents) {
        line(what, decimal(cents));
    }

    void columns(String first, String second, String third, String fourth) {
        row(right(first, RATE_WIDTH)
                + right(second, COLUMN_WIDTH)
                + right(third, COLUMN_WIDTH)
                + right(fourth, COLUMN_WIDTH));
    }

    /** Amounts of a VAT rate; on lines of their own when they are too long for a column. */
    void columns(String rate, long net, long vat, long gross) {
        int longest = Math.max(decimal(net).length(), decimal(gross).length());
        if (longest < COLUMN_WIDTH) {
            columns(rate, decimal(net), decimal(vat), decimal(gross));
        } else {
            row(right(rate, RATE_WIDTH));
            money("  HT", net);
            money("  TVA", vat);
            money("  TTC", gross);
        }
    }

    /** Hundredths as written in France: {@code 1 234,50}, with a plain space, which every printer has. */
    static String decimal(long hundredths) {
        long whole = Math.abs(hundredths) / CENTS;
        String grouped = String.format(Locale.ROOT, "%,d", whole).replace(',', ' ');
        return (hundredths < 0 ? "-" : "")
                + grouped
                + String.format(Locale.ROOT, ",%02d", Math.abs(hundredths) % CENTS);
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(0, width - cell.length())) + cell;
    }

    private void row(String row) {
        text.append(row.stripTrailing()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
