package io.brigade.menu.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of a spreadsheet, made into what the API would be sent. */
final class CsvRow {

    private static final String WHOLE_NUMBER = "must be a whole number";

    private final int line;
    private final ObjectNode dish;
    private final ImportErrors errors;
    private @Nullable String category;

    CsvRow(int line, ObjectNode dish, ImportErrors errors) {
        this.line = line;
        this.dish = dish;
        this.errors = errors;
    }

    /** How a column of this line is named in an error. */
    String place(String column) {
        return column.isEmpty() ? "line " + line : "line " + line + ": " + column;
    }

    /** What the line calls its category; null when it does not say. */
    @Nullable String category() {
        return category;
    }

    /** Takes a cell over. An empty one empties what may be empty. */
    void take(String column, String cell) {
        switch (column) {
            case CsvColumns.CATEGORY -> category = cell.isEmpty() ? null : cell;
            case CsvColumns.NAME, CsvColumns.DESCRIPTION -> dish.put(column, cell);
            case CsvColumns.DISH_ID, CsvColumns.POSITION -> {
                if (!cell.isBlank()) {
                    number(column, cell);
                }
            }
            case CsvColumns.COURSE, CsvColumns.TARGET_SECONDS -> number(column, cell);
            case CsvColumns.UNIT_PRICE -> dish.put("unit_price_cents", hundredths(column, cell, "12,50"));
            case CsvColumns.VAT_DINE_IN, CsvColumns.VAT_TAKEAWAY, CsvColumns.VAT_DELIVERY -> rate(column, cell);
            case CsvColumns.STATION ->
                dish.put(column, cell.isBlank() ? null : cell.strip().toUpperCase(Locale.ROOT));
            case CsvColumns.ALLERGENS -> {
                ArrayNode allergens = dish.putArray(column);
                Cell.list(cell.toUpperCase(Locale.ROOT)).forEach(allergens::add);
            }
            case CsvColumns.OPTION_GROUPS -> {
                ArrayNode groups = dish.putArray(column);
                Cell.list(cell).forEach(groups::add);
            }
            case CsvColumns.TIMED_PRICES -> timedPrices(cell);
            default -> translation(column, cell);
        }
    }

    /** A language without any text is none. */
    void done() {
        if (dish.path(CarteFile.PARTLY).path("translations") instanceof ObjectNode translations) {
            List.copyOf(translations.properties()).forEach(language -> {
                if (language.getValue().isEmpty()) {
                    translations.putNull(language.getKey());
                }
            });
        }
    }

    private void number(String column, String cell) {
        try {
            if (cell.isBlank()) {
                dish.putNull(column);
            } else {
                dish.put(column, Long.parseLong(cell.strip()));
            }
        } catch (NumberFormatException notANumber) {
            errors.add(place(column), WHOLE_NUMBER);
            dish.put(column, 1); // refused already: nothing more is to be said of it
        }
    }

    private void rate(String column, String cell) {
        long rate = hundredths(column, cell, "10 or 5,5");
        if (rate > 10_000) {
            errors.add(place(column), "must be from 0 to 100 percent");
        }
        String mode = column.substring("vat_".length()).toUpperCase(Locale.ROOT);
        partly("vat_rates_bp").put(mode, Math.min(rate, 10_000));
    }

    private long hundredths(String column, String cell, String example) {
        Long value = Cell.hundredths(cell);
        if (value == null) {
            errors.add(place(column), "must be a number such as " + example);
        }
        return value == null ? 0 : value;
    }

    private void timedPrices(String cell) {
        ArrayNode prices = dish.putArray(CsvColumns.TIMED_PRICES);
        for (String text : Cell.list(cell)) {
            ObjectNode price = CsvTimedPrice.read(text);
            if (price == null) {
                errors.add(place(CsvColumns.TIMED_PRICES), "must be such as Happy hour: MON TUE WED 17:00-19:00 5,50");
            } else {
                prices.add(price);
            }
        }
    }

    private void translation(String column, String cell) {
        boolean name = column.startsWith(CsvColumns.NAME_IN);
        String language = column.substring((name ? CsvColumns.NAME_IN : CsvColumns.DESCRIPTION_IN).length());
        ObjectNode texts = partly("translations").withObjectProperty(language);
        if (!cell.isEmpty()) {
            texts.put(name ? CsvColumns.NAME : CsvColumns.DESCRIPTION, cell);
        }
    }

    private ObjectNode partly(String field) {
        return dish.withObjectProperty(CarteFile.PARTLY).withObjectProperty(field);
    }
}
