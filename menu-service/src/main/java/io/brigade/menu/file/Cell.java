package io.brigade.menu.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values stand in the cells of a spreadsheet. */
final class Cell {

    /** What a spreadsheet would take for a formula: OWASP, CSV Injection. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,7})(?:[.,](\\d{1,2}))?");
    private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\|");

    private Cell() {}

    /** Text that no spreadsheet runs: an apostrophe is put before what looks like a formula. */
    static String shown(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was shown. */
    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).matches() ? cell.substring(1) : cell;
    }

    /** Hundredths, such as cents or basis points, with two places. */
    static String amount(long hundredths, char point) {
        return "%d%c%02d".formatted(hundredths / 100, point, hundredths % 100);
    }

    /** Hundredths from {@code 12,50}, {@code 12.5} or {@code 12 €}; null when it is no such number. */
    static @Nullable Long hundredths(String cell) {
        Matcher amount = AMOUNT.matcher(cell.replaceAll("[\\s\\u00A0\\u202F€%]", ""));
        if (!amount.matches()) {
            return null;
        }
        String places = amount.group(2) == null ? "" : amount.group(2);
        return Long.parseLong(amount.group(1) + (places + "00").substring(0, 2));
    }

    /** Several in one cell. */
    static String list(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }

    /** The several in one cell; none when it is empty. */
    static List<String> list(String cell) {
        List<String> values = new ArrayList<>();
        Matcher between = BETWEEN.matcher(cell);
        int from = 0;
        while (between.find()) {
            values.add(unescaped(cell.substring(from, between.end() - 1)));
            from = between.end();
        }
        values.add(unescaped(cell.substring(from)));
        values.removeIf(String::isEmpty);
        return values;
    }

    private static String unescaped(String value) {
        return value.strip().replaceAll("\\\\([\\\\|])", "$1");
    }
}
