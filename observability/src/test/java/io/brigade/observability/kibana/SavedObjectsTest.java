package io.brigade.observability.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Kibana is given refers to nothing that does not exist: no other object, and no field of the logs. */
class SavedObjectsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD_OF_QUERY = Pattern.compile("([A-Za-z@_][A-Za-z0-9@_.]*)\\s*:");
    /** How Kibana calls the documents themselves where a field is expected. */
    private static final String RECORDS = "___records___";

    private static final List<JsonNode> OBJECTS = new ArrayList<>();
    private static final Set<String> FIELDS = new HashSet<>();

    @BeforeAll
    static void read() throws IOException {
        for (var line : Files.readAllLines(Path.of("kibana/saved-objects.ndjson"))) {
            OBJECTS.add(JSON.readTree(line));
        }
        collectFields(json("elasticsearch/index-template.json").at("/template/mappings/properties"), "");
    }

    @Test
    void idsAreUniqueAndAllReferencesResolve() {
        var keys = OBJECTS.stream()
                .map(object -> key(object.path("type"), object.path("id")))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(OBJECTS).allSatisfy(object -> assertThat(object.path("references"))
                .allSatisfy(reference -> assertThat(keys).contains(key(reference.path("type"), reference.path("id")))));
    }

    @Test
    void namesOfReferencesInsideTheObjectsAreAmongTheirReferences() throws IOException {
        for (var object : OBJECTS) {
            var names = object.path("references").findValuesAsText("name");
            for (var text : nestedJson(object)) {
                for (var name : text.findValuesAsText("indexRefName")) {
                    assertThat(names).contains(name);
                }
                for (var panel : text.findParents("panelRefName")) {
                    assertThat(names)
                            .contains(panel.path("panelIndex").asText() + ":"
                                    + panel.path("panelRefName").asText());
                }
            }
        }
    }

    @Test
    void theThreeSearchesOfTheReferenceAreThere() {
        assertThat(OBJECTS.stream()
                        .filter(object -> object.path("type").asText().equals("search"))
                        .map(SavedObjectsTest::queryOfSearch))
                .contains(
                        "level: \"error\" AND timestamp:[now-1h TO now]",
                        "order_id: 78",
                        "user_id: 12 AND message: \"payment\"");
    }

    @Test
    void everyFieldIsInTheIndex() throws IOException {
        assertThat(FIELDS).contains("level", "timestamp", "order_id", "service.name", "http.response.status_code");
        for (var object : OBJECTS) {
            assertThat(FIELDS)
                    .as(object.path("id").asText())
                    .containsAll(fieldsUsedBy(object).stream()
                            .filter(field -> !field.equals(RECORDS))
                            .toList());
        }
    }

    @Test
    void theDashboardShowsErrorsLatencyVolumeSlowRoutesAndTheLatestErrors() {
        var dashboard = OBJECTS.stream()
                .filter(object -> object.path("type").asText().equals("dashboard"))
                .findFirst()
                .orElseThrow();

        assertThat(dashboard.path("references").findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        "brigade-errors-over-time",
                        "brigade-volume-by-service",
                        "brigade-latency",
                        "brigade-slowest-routes",
                        "brigade-latest-errors");
    }

    @Test
    void theRuleCountsMoreThanTenErrorsAMinute() throws IOException {
        var rule = json("kibana/rule-error-burst.json");
        var params = rule.path("params");

        assertThat(rule.path("rule_type_id").asText()).isEqualTo(".es-query");
        assertThat(params.path("threshold").toString()).isEqualTo("[10]");
        assertThat(params.path("thresholdComparator").asText()).isEqualTo(">");
        assertThat(params.path("timeWindowSize").asText()
                        + params.path("timeWindowUnit").asText())
                .isEqualTo("1m");
        assertThat(params.path("index").toString()).isEqualTo("[\"logs-restaurant-*\"]");
        assertThat(FIELDS).contains(params.path("timeField").asText());
        var query = JSON.readTree(params.path("esQuery").asText());
        assertThat(query.at("/query/term/level").asText()).isEqualTo("error");
    }

    @Test
    void theRulesUpdateIsTheRuleWithoutWhatCannotBeChanged() throws IOException {
        var rule = (ObjectNode) json("kibana/rule-error-burst.json");
        rule.remove(List.of("rule_type_id", "consumer", "enabled"));

        assertThat(json("kibana/rule-error-burst.update.json")).isEqualTo(rule);
    }

    private static Set<String> fieldsUsedBy(JsonNode object) throws IOException {
        var fields = new HashSet<String>();
        for (var text : nestedJson(object)) {
            fields.addAll(text.findValuesAsText("sourceField"));
            fields.addAll(text.findValuesAsText("timeFieldName"));
            text.findValues("query").stream()
                    .filter(JsonNode::isTextual)
                    .flatMap(query -> FIELD_OF_QUERY.matcher(query.asText()).results())
                    .forEach(match -> fields.add(match.group(1)));
        }
        if (object.path("type").asText().equals("search")) {
            object.at("/attributes/columns").forEach(column -> fields.add(column.asText()));
            object.at("/attributes/sort")
                    .forEach(sort -> fields.add(sort.path(0).asText()));
        }
        return fields;
    }

    /** The object, and what it carries as JSON inside of texts. */
    private static List<JsonNode> nestedJson(JsonNode object) throws IOException {
        var all = new ArrayList<JsonNode>(List.of(object));
        for (var name : List.of("searchSourceJSON", "panelsJSON", "optionsJSON")) {
            for (var text : object.findValuesAsText(name)) {
                all.add(JSON.readTree(text));
            }
        }
        return all;
    }

    private static String queryOfSearch(JsonNode search) {
        try {
            return JSON.readTree(search.at("/attributes/kibanaSavedObjectMeta/searchSourceJSON")
                            .asText())
                    .at("/query/query")
                    .asText();
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static String key(JsonNode type, JsonNode id) {
        return Stream.of(type, id).map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    private static void collectFields(JsonNode properties, String prefix) {
        for (var property : properties.properties()) {
            var name = prefix + property.getKey();
            if (property.getValue().has("type")) {
                FIELDS.add(name);
            }
            collectFields(property.getValue().path("properties"), name + ".");
            collectFields(property.getValue().path("fields"), name + ".");
        }
    }

    private static JsonNode json(String file) throws IOException {
        return JSON.readTree(Path.of(file).toFile());
    }
}
