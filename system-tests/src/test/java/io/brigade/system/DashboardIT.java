package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.observability.grafana.DashboardFile;
import io.brigade.observability.grafana.DashboardFile.Panel;
import io.brigade.observability.grafana.DashboardFile.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every panel's query, asked of the live Prometheus while the restaurant is at work: none fails, none is empty. */
@ExtendWith(RunningSuite.class)
class DashboardIT {

    private static final List<DashboardFile> DASHBOARDS =
            DashboardFile.in(RunningSuite.suite().config().repository().resolve("observability/grafana/dashboards"));
    private static final Duration SHOWN = Duration.ofSeconds(40);
    private static final Duration STEP = Duration.ofSeconds(5);
    /** Whatever is still empty then stays empty. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static PrometheusQueries prometheus;
    private static Traffic traffic;
    private static Instant giveUp;

    @BeforeAll
    static void openTheRestaurant() {
        prometheus = new PrometheusQueries();
        traffic = Traffic.begun();
        giveUp = Instant.now().plus(PATIENCE);
        await().atMost(PATIENCE)
                .failFast("the restaurant works", () -> traffic.requireThatAllWentWell())
                .until(() -> prometheus.number("sum(increase(orders_completed_total[40s]))") > 5);
    }

    @AfterAll
    static void closeTheRestaurant() throws Exception {
        traffic.close();
        traffic.requireThatAllWentWell();
    }

    @TestFactory
    Stream<DynamicNode> everyQueryOfEveryPanelAnswers() {
        return DASHBOARDS.stream().flatMap(dashboard -> dashboard.panels().stream()
                .flatMap(panel -> panel.targets().stream().map(target -> answers(dashboard, panel, target))));
    }

    private static DynamicNode answers(DashboardFile dashboard, Panel panel, Target target) {
        var query = interpolated(target.expression(), dashboard);
        var name = dashboard.title() + " / " + panel.title() + " / " + target.letter();
        return DynamicTest.dynamicTest(name, () -> await(name)
                .atMost(left())
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(numbers(ask(query, target)))
                        .as("%s: %s", name, query)
                        .isNotEmpty()));
    }

    /** At least one attempt, however late it is. */
    private static Duration left() {
        var left = Duration.between(Instant.now(), giveUp);
        return left.toSeconds() < 1 ? Duration.ofSeconds(1) : left;
    }

    private static List<JsonNode> ask(String query, Target target) {
        return target.isInstant() ? prometheus.now(query) : prometheus.lately(query, SHOWN, STEP);
    }

    /** NaN is what a panel shows as no data. */
    private static List<Double> numbers(List<JsonNode> series) {
        return series.stream()
                .flatMap(each -> each.has("values") ? each.path("values").valueStream() : Stream.of(each.path("value")))
                .map(sample -> Double.valueOf(sample.path(1).asText()))
                .filter(value -> !value.isNaN())
                .toList();
    }

    /** As Grafana does for a panel of that step, all services and instances selected. */
    private static String interpolated(String query, DashboardFile dashboard) {
        var filled = query.replace("$__rate_interval", STEP.multipliedBy(4).toSeconds() + "s")
                .replace("$__range", SHOWN.toSeconds() + "s");
        for (var variable : dashboard.variables().toList()) {
            filled = filled.replace(
                    "$" + variable.path("name").asText(),
                    variable.path("allValue").asText());
        }
        assertThat(filled).as("all variables filled in").doesNotContain("$");
        return filled;
    }

    @TestFactory
    Stream<DynamicNode> everyVariableOffersSomethingToChoose() {
        return DASHBOARDS.stream().flatMap(dashboard -> dashboard
                .variables()
                .filter(variable -> variable.path("type").asText().equals("query"))
                .map(variable -> DynamicTest.dynamicTest(
                        dashboard.title() + " / $" + variable.path("name").asText(),
                        () -> assertThat(choices(variable, dashboard)).hasSizeGreaterThan(3))));
    }

    private static List<JsonNode> choices(JsonNode variable, DashboardFile dashboard) {
        var query = interpolated(variable.at("/query/query").asText(), dashboard);
        var labelValues = query.substring("label_values(".length(), query.length() - 1);
        int comma = labelValues.lastIndexOf(',');
        return prometheus.labelValues(
                labelValues.substring(0, comma),
                labelValues.substring(comma + 1).strip());
    }

    @TestFactory
    Stream<DynamicNode> everyMarkerIsAQueryThatPrometheusUnderstands() {
        return DASHBOARDS.stream().flatMap(dashboard -> dashboard
                .annotations()
                .map(query -> DynamicTest.dynamicTest(dashboard.title() + " / " + query, () -> assertThat(
                                prometheus.lately(interpolated(query, dashboard), SHOWN, STEP))
                        .isNotNull())));
    }

    @Test
    void aSlowRequestCanBeFollowedToItsTrace() {
        var exemplars = prometheus.exemplars("http_request_duration_seconds_bucket{service=\"orders\"}");

        assertThat(exemplars).isNotEmpty().allSatisfy(series -> assertThat(series.path("exemplars"))
                .allSatisfy(exemplar ->
                        assertThat(exemplar.at("/labels/trace_id").asText()).matches("[0-9a-f]{32}")));
    }
}
