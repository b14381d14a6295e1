package io.brigade.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/roles.md} tells what the documents tell, and these are made from the code. */
class RolesPageTest {

    private static final String FIRST_COLUMN = "Operation";

    @Test
    void thePageListsEveryOperationWithItsRoles() throws IOException {
        Map<String, Set<String>> documents = new TreeMap<>();
        Documents.operations().forEach((operation, node) -> documents.put(operation, roles(node)));

        assertThat(page()).containsExactlyInAnyOrderEntriesOf(documents);
    }

    /** What is open to anyone is open to all roles, too, and the page says so. */
    private static Set<String> roles(JsonNode operation) {
        Set<String> roles =
                operation.path("x-roles").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return roles.contains("anyone") ? Set.of("anyone", "WAITER", "CASHIER", "KITCHEN", "MANAGER", "ADMIN") : roles;
    }

    /** The socket is no operation of a document. */
    private static Map<String, Set<String>> page() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("../docs/roles.md")).stream()
                .filter(line -> line.startsWith("|"))
                .map(RolesPageTest::cells)
                .toList();
        List<String> roles = rows.stream()
                .filter(row -> row.getFirst().equals(FIRST_COLUMN))
                .findFirst()
                .orElseThrow();
        Map<String, Set<String>> page = new TreeMap<>();
        rows.stream()
                .filter(row -> row.getFirst().startsWith("`") && row.size() == roles.size())
                .filter(row -> !row.getFirst().startsWith("`GET /ws/"))
                .forEach(row -> page.put(row.getFirst().replace("`", ""), allowed(row, roles)));
        return page;
    }

    private static Set<String> allowed(List<String> row, List<String> roles) {
        return IntStream.range(1, roles.size())
                .filter(column -> row.get(column).equals("yes"))
                .mapToObj(roles::get)
                .collect(Collectors.toSet());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
