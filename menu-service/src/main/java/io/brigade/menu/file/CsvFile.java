package io.brigade.menu.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A carte as a spreadsheet (RFC 4180): one line per dish, columns by the names in the first line, in any order. The
 * separator is a semicolon, a comma or a tab, whichever the first line has.
 */
final class CsvFile {

    private static final ObjectReader ROWS =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    private final ImportErrors errors;
    private final List<Entry> dishes = new ArrayList<>();
    private final List<Entry> categories = new ArrayList<>();
    private final Map<String, Integer> categoryIndexes = new LinkedHashMap<>();
    private List<String> columns = List.of();

    private CsvFile(ImportErrors errors) {
        this.errors = errors;
    }

    /** Fails with 400 when it can't be taken apart into cells. */
    static CarteFile read(String text, ImportErrors errors) {
        CsvFile file = new CsvFile(errors);
        file.readRows(text);
        boolean namesCategories = file.columns.contains(CsvColumns.CATEGORY);
        return new CarteFile(null, null, null, namesCategories ? file.categories : null, file.dishes, null);
    }

    private void readRows(String text) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        try (MappingIterator<String[]> rows = ROWS.with(schema).readValues(text)) {
            for (boolean first = true; rows.hasNextValue(); first = false) {
                // A row's token is where the row before has ended.
                int line = rows.getParser().currentTokenLocation().getLineNr() + (first ? 0 : 1);
                take(line, rows.nextValue());
            }
        } catch (JsonProcessingException broken) {
            throw ProblemException.of(
                    CommonProblem.BAD_REQUEST,
                    "Line " + broken.getLocation().getLineNr() + " of the file can't be taken apart into cells.");
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        if (columns.isEmpty()) {
            checkColumns();
        }
    }

    private void take(int line, String[] cells) {
        if (columns.isEmpty()) {
            columns = Arrays.stream(cells).map(String::strip).toList();
            checkColumns();
        } else if (cells.length != columns.size()) {
            if (!Arrays.stream(cells).allMatch(String::isBlank)) {
                errors.add("line " + line, "has " + cells.length + " cells, and the first line " + columns.size());
            }
        } else if (!Arrays.stream(cells).allMatch(String::isBlank)) {
            takeDish(line, cells);
        }
    }

    private void takeDish(int line, String[] cells) {
        ObjectNode dish = JsonNodeFactory.instance.objectNode();
        CsvRow row = new CsvRow(line, dish, errors);
        for (int i = 0; i < cells.length; i++) {
            if (isKnown(columns.get(i))) {
                row.take(columns.get(i), Cell.read(cells[i]));
            }
        }
        row.done();
        String category = row.category();
        if (category != null) {
            dish.put(CarteFile.CATEGORY, categoryIndexes.computeIfAbsent(category, name -> newCategory(row, name)));
        }
        dishes.add(new Entry(field -> row.place(CsvColumns.of(field)), dish));
    }

    private int newCategory(CsvRow row, String name) {
        ObjectNode category = JsonNodeFactory.instance.objectNode().put(CsvColumns.NAME, name);
        categories.add(new Entry(_ -> row.place(CsvColumns.CATEGORY), category));
        return categories.size() - 1;
    }

    private void checkColumns() {
        Set<String> once = new HashSet<>();
        for (String column : columns) {
            if (!isKnown(column)) {
                errors.add("line 1: " + column, "is no column that is known here");
            } else if (!once.add(column)) {
                errors.add("line 1: " + column, "stands there twice");
            }
        }
        if (!once.contains(CsvColumns.NAME) && !once.contains(CsvColumns.DISH_ID)) {
            errors.add("line 1", "needs a column name or dish_id");
        }
    }

    private static boolean isKnown(String column) {
        return CsvColumns.FIXED.contains(column)
                || column.startsWith(CsvColumns.NAME_IN)
                || column.startsWith(CsvColumns.DESCRIPTION_IN);
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
