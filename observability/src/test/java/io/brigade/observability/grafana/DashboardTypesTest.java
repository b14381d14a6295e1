package io.brigade.observability.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards against Grafana's own TypeScript schema, through {@code tsc}. */
class DashboardTypesTest {

    private static final Path SHIPPED = Path.of("grafana/dashboards");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is reported, and what was done wrong. */
    private static final Map<String, Consumer<ObjectNode>> MISTAKES = mistakesByComplaint();

    private static TypeCheck check;

    @TempDir
    static Path folder;

    private static String complaints;

    /** One run for all mistakes, each in a file of its own. */
    @BeforeAll
    static void checkAllMistakes() throws Exception {
        check = TypeCheck.installedIn(Path.of("target/grafana-types"), Path.of("grafana"));
        int number = 0;
        for (Consumer<ObjectNode> mistake : MISTAKES.values()) {
            var board = (ObjectNode)
                    JSON.readTree(SHIPPED.resolve("restaurant-overview.json").toFile());
            mistake.accept(board);
            Files.writeString(folder.resolve("broken" + number++ + ".json"), board.toPrettyString());
        }
        var result = check.of(folder);
        assertThat(result.exit()).isEqualTo(1);
        complaints = result.output();
    }

    @Test
    void theShippedDashboardsAreWhatGrafanaExpects() throws Exception {
        assertThat(check.of(SHIPPED)).isEqualTo(new TypeCheck.Result(0, "3 dashboards, 0 errors\n"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatGrafanaDoesNotKnowIsFound(int number, String complaint) {
        assertThat(complaints.lines().filter(line -> line.startsWith("broken" + number + ".json:")))
                .anySatisfy(line -> assertThat(line).contains(complaint));
    }

    static Stream<Arguments> mistakes() {
        var complaints = List.copyOf(MISTAKES.keySet());
        return IntStream.range(0, complaints.size()).mapToObj(i -> Arguments.of(i, complaints.get(i)));
    }

    private static ObjectNode panel(JsonNode board, String type) {
        return (ObjectNode) DashboardFile.stream(board.path("panels"))
                .filter(panel -> panel.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode at(JsonNode node, String path) {
        return (ObjectNode) node.at(path);
    }

    private static Map<String, Consumer<ObjectNode>> mistakesByComplaint() {
        var mistakes = new LinkedHashMap<String, Consumer<ObjectNode>>();
        mistakes.put("'\"descripton\"' does not exist", board -> panel(board, "timeseries")
                .put("descripton", "x"));
        mistakes.put("Property 'description' is missing", board -> panel(board, "timeseries")
                .remove("description"));
        mistakes.put("'\"graph\"' is not assignable", board -> panel(board, "timeseries")
                .put("type", "graph"));
        mistakes.put("'\"liste\"' is not assignable", board -> at(panel(board, "timeseries"), "/options/legend")
                .put("displayMode", "liste"));
        mistakes.put("'\"lineWidht\"' does not exist", board -> at(
                        panel(board, "timeseries"), "/fieldConfig/defaults/custom")
                .put("lineWidht", 1));
        mistakes.put("'reduceOptions' is missing", board -> at(panel(board, "stat"), "/options")
                .remove("reduceOptions"));
        mistakes.put("'string' is not assignable to type 'number'", board -> ((ArrayNode)
                        panel(board, "stat").at("/fieldConfig/defaults/thresholds/steps"))
                .addObject()
                .put("color", "red")
                .put("value", "1"));
        mistakes.put("'\"expression\"' does not exist", board -> at(panel(board, "stat"), "/targets/0")
                .put("expression", "up"));
        mistakes.put("'9' is not assignable", board -> at(board, "/templating/list/0")
                .put("refresh", 9));
        mistakes.put("'to' is missing", board -> at(board, "/time").remove("to"));
        return mistakes;
    }
}
