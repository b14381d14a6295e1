package io.brigade.observability.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for a dashboard as a whole. */
final class FrameRules {

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    /** As {@code JSON.stringify(…, null, 2)} writes it, so that a dashboard exported from the browser differs little. */
    private static final DefaultPrettyPrinter AS_EXPORTED = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(TWO_SPACES)
            .withArrayIndenter(TWO_SPACES);

    private static final List<String> WANTED = List.of("uid", "title", "description", "refresh", "timezone");
    private static final Set<String> VARIABLES = Set.of("datasource", "service", "instance");

    private FrameRules() {}

    static Stream<String> complaints(DashboardFile dashboard) {
        JsonNode json = dashboard.json();
        return Stream.of(missing(json), unstable(dashboard), links(json), variables(dashboard), datasources(json))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> missing(JsonNode json) {
        Stream<String> fields = WANTED.stream()
                .filter(field -> json.path(field).asText().isBlank())
                .map(field -> "has no " + field);
        return Stream.concat(
                fields,
                when(
                        !json.path("tags").valueStream().anyMatch(tag -> tag.asText()
                                .equals("brigade")),
                        "has no tag brigade"));
    }

    private static Stream<String> unstable(DashboardFile dashboard) {
        return Stream.concat(
                when(
                        dashboard.json().has("id") || dashboard.json().has("version"),
                        "carries an id or a version, which change with every installation"),
                when(
                        !dashboard.text().equals(canonical(dashboard.json())),
                        "is not written with two spaces and a last line end"));
    }

    static String canonical(JsonNode json) {
        try {
            return new ObjectMapper().writer(AS_EXPORTED).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<String> links(JsonNode json) {
        var links = json.path("links");
        return Stream.concat(
                when(
                        links.valueStream()
                                .noneMatch(link -> link.path("type").asText().equals("dashboards")),
                        "does not lead to the other dashboards"),
                when(
                        links.valueStream()
                                .noneMatch(link -> link.path("url").asText().contains("runbooks")),
                        "does not lead to the runbooks"));
    }

    private static Stream<String> variables(DashboardFile dashboard) {
        var names = dashboard
                .variables()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
        return VARIABLES.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> "has no variable «" + name + "»");
    }

    /** Panels, queries, variables, notes: each must ask what the variable says. */
    private static Stream<String> datasources(JsonNode json) {
        return json.findValues("datasource").stream()
                .filter(datasource -> !datasource.path("uid").asText().equals("${datasource}"))
                .map(datasource -> "names a datasource: " + datasource);
    }

    private static Stream<String> when(boolean wrong, String complaint) {
        return wrong ? Stream.of(complaint) : Stream.empty();
    }
}
