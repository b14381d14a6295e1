package io.brigade.menu.file;

import java.util.List;

/** The columns of a carte as a spreadsheet: one line per dish. */
final class CsvColumns {

    static final String DISH_ID = "dish_id";
    static final String CATEGORY = "category";
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String UNIT_PRICE = "unit_price";
    static final String VAT_DINE_IN = "vat_dine_in";
    static final String VAT_TAKEAWAY = "vat_takeaway";
    static final String VAT_DELIVERY = "vat_delivery";
    static final String STATION = "station";
    static final String COURSE = "course";
    static final String POSITION = "position";
    static final String ALLERGENS = "allergens";
    static final String TARGET_SECONDS = "target_seconds";
    static final String OPTION_GROUPS = "option_groups";
    static final String TIMED_PRICES = "timed_prices";

    /** Those that every carte has, in order. */
    static final List<String> FIXED = List.of(
            DISH_ID,
            CATEGORY,
            NAME,
            DESCRIPTION,
            UNIT_PRICE,
            VAT_DINE_IN,
            VAT_TAKEAWAY,
            VAT_DELIVERY,
            STATION,
            COURSE,
            POSITION,
            ALLERGENS,
            TARGET_SECONDS,
            OPTION_GROUPS,
            TIMED_PRICES);

    /** Followed by a language: the name in it. */
    static final String NAME_IN = "name_";

    /** Followed by a language: the description in it. */
    static final String DESCRIPTION_IN = "description_";

    private CsvColumns() {}

    /** The column that a field of the API stands in. */
    static String of(String field) {
        String first = field.replaceFirst("[.\\[].*", "");
        return switch (first) {
            case "category_id" -> CATEGORY;
            case "unit_price_cents" -> UNIT_PRICE;
            case "vat_rates_bp" -> String.join(", ", VAT_DINE_IN, VAT_TAKEAWAY, VAT_DELIVERY);
            case "option_group_ids" -> OPTION_GROUPS;
            case "translations" -> field.replaceFirst("translations\\[([^]]*)]\\.(name|description)", "$2_$1");
            default -> first;
        };
    }
}
