package io.brigade.menu.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.brigade.menu.carte.Translation;
import io.brigade.menu.carte.WholeCarte;
import io.brigade.menu.category.Category;
import io.brigade.menu.dish.Dish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A carte's dishes as a spreadsheet, with the mark that tells spreadsheets that it is UTF-8. */
final class CsvSheet {

    /** What stands between cells, and with it the decimal point that goes with it. */
    enum Separator {
        SEMICOLON(';', ','),
        COMMA(',', '.');

        private final char between;
        private final char point;

        Separator(char between, char point) {
            this.between = between;
            this.point = point;
        }
    }

    private static final CsvMapper CSV = new CsvMapper();

    private final WholeCarte carte;
    private final boolean ids;
    private final Separator separator;
    private final Set<String> languages = new TreeSet<>();
    private final Map<Long, String> groupNames = new HashMap<>();

    CsvSheet(WholeCarte carte, boolean ids, Separator separator) {
        this.carte = carte;
        this.ids = ids;
        this.separator = separator;
        List<String> offered = carte.carte().languages;
        languages.addAll(offered.subList(1, offered.size()));
        carte.dishes().forEach(dish -> languages.addAll(dish.translations.keySet()));
        carte.groups().forEach(group -> groupNames.put(group.optionGroupId, group.name));
    }

    String write() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns());
        for (Category category : carte.categories()) {
            carte.dishesOf(category).forEach(dish -> rows.add(row(category, dish)));
        }
        CsvSchema schema =
                CsvSchema.emptySchema().withColumnSeparator(separator.between).withLineSeparator("\r\n"); // RFC 4180
        try {
            return "\uFEFF" + CSV.writer(schema).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(CsvColumns.FIXED);
        for (String language : languages) {
            columns.add(CsvColumns.NAME_IN + language);
            columns.add(CsvColumns.DESCRIPTION_IN + language);
        }
        if (!ids) {
            columns.remove(CsvColumns.DISH_ID);
        }
        return columns;
    }

    private List<String> row(Category category, Dish dish) {
        List<String> cells = new ArrayList<>();
        if (ids) {
            cells.add(Long.toString(dish.dishId));
        }
        cells.addAll(List.of(
                Cell.shown(category.name),
                Cell.shown(dish.name),
                Cell.shown(dish.description),
                amount(dish.unitPriceCents),
                amount(dish.vatDineInBp),
                amount(dish.vatTakeawayBp),
                amount(dish.vatDeliveryBp),
                dish.station.name(),
                Integer.toString(dish.course),
                Integer.toString(dish.position),
                Cell.list(dish.allergens.stream().map(Enum::name).toList()),
                Objects.toString(dish.targetSeconds, ""),
                Cell.shown(Cell.list(groupsOf(dish))),
                Cell.shown(Cell.list(dish.timedPrices.stream()
                        .map(price -> CsvTimedPrice.show(price, separator.point))
                        .toList()))));
        for (String language : languages) {
            @Nullable Translation texts = dish.translations.get(language);
            cells.add(texts == null ? "" : Cell.shown(texts.name()));
            cells.add(texts == null || texts.description() == null ? "" : Cell.shown(texts.description()));
        }
        return cells;
    }

    private List<String> groupsOf(Dish dish) {
        return dish.optionGroupIds.stream()
                .map(id -> Objects.requireNonNull(groupNames.get(id)))
                .toList();
    }

    private String amount(long hundredths) {
        return Cell.amount(hundredths, separator.point);
    }
}
