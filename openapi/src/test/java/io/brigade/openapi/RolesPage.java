package io.brigade.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of {@code docs/roles.md}: who may call what. */
public final class RolesPage {

    /** Column of those without a token. */
    public static final String ANYONE = "anyone";

    private static final Path PAGE = Path.of("../docs/roles.md");
    private static final String FIRST_COLUMN = "Operation";

    private RolesPage() {}

    /** Who may, by operation such as {@code GET /api/menu}. The socket is left out: it is no operation of a document. */
    public static Map<String, Set<String>> read() {
        List<List<String>> rows = rows();
        List<String> columns = columns(rows);
        Map<String, Set<String>> page = new TreeMap<>();
        rows.stream()
                .filter(row -> row.getFirst().startsWith("`") && row.size() == columns.size())
                .filter(row -> !row.getFirst().startsWith("`GET /ws/"))
                .forEach(row -> page.put(row.getFirst().replace("`", ""), allowed(row, columns)));
        return page;
    }

    /** The roles, as the table's columns name them. */
    public static List<String> roles() {
        List<String> columns = columns(rows());
        return columns.subList(columns.indexOf(ANYONE) + 1, columns.size());
    }

    private static Set<String> allowed(List<String> row, List<String> columns) {
        return IntStream.range(1, columns.size())
                .filter(column -> row.get(column).equals("yes"))
                .mapToObj(columns::get)
                .collect(Collectors.toSet());
    }

    private static List<String> columns(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.getFirst().equals(FIRST_COLUMN))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rows() {
        try (var lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
