package io.brigade.observability.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a panel must tell who looks at it. */
final class PanelRules {

    private static final int SHORTEST_DESCRIPTION = 30;

    private PanelRules() {}

    static Stream<String> complaints(DashboardFile.Panel panel) {
        var json = panel.json();
        var defaults = json.at("/fieldConfig/defaults");
        return Stream.of(
                        when(panel.title().isBlank(), "has no title"),
                        when(!isSentence(json.path("description").asText()), "has no description in whole sentences"),
                        when(defaults.path("unit").asText().isBlank(), "has no unit"),
                        when(!isSteps(defaults.at("/thresholds/steps")), "has no thresholds in rising order"),
                        when(panel.targets().isEmpty(), "asks nothing"),
                        panel.targets().stream().flatMap(PanelRules::target),
                        when(hasTwins(panel.targets()), "has two queries of the same letter"))
                .flatMap(complaints -> complaints);
    }

    private static boolean isSentence(String text) {
        return text.length() >= SHORTEST_DESCRIPTION && text.endsWith(".");
    }

    private static boolean isSteps(JsonNode steps) {
        return steps.size() > 0
                && steps.get(0).path("value").isNull()
                && IntStream.range(2, steps.size())
                        .allMatch(i -> steps.get(i - 1).path("value").asDouble()
                                < steps.get(i).path("value").asDouble());
    }

    private static boolean hasTwins(List<DashboardFile.Target> targets) {
        var letters = new HashSet<String>();
        return targets.stream().anyMatch(target -> !letters.add(target.letter()));
    }

    private static Stream<String> target(DashboardFile.Target target) {
        var json = target.json();
        return Stream.of(
                        when(target.expression().isBlank(), "has a query without an expression"),
                        when(json.path("datasource").isMissingNode(), "has a query that does not say whom it asks"),
                        when(json.path("legendFormat").asText().isBlank(), "has a query without a legend"))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> when(boolean wrong, String complaint) {
        return wrong ? Stream.of(complaint) : Stream.empty();
    }
}
