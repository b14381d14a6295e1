package io.brigade.observability.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.observability.metrics.KnownMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardLintTest {

    private static final List<DashboardFile> SHIPPED = DashboardFile.in(Path.of("grafana/dashboards"));
    private static final DashboardLint LINT = new DashboardLint(new KnownMetrics(Path.of("prometheus")));

    @Test
    void theShippedDashboardsAreClean() {
        assertThat(SHIPPED)
                .extracting(DashboardFile::title)
                .containsExactlyInAnyOrder("Restaurant Overview", "Performance SLO", "Infrastructure Health");
        assertThat(SHIPPED.stream().flatMap(dashboard -> LINT.complaints(dashboard).stream()))
                .isEmpty();
    }

    @Test
    void noTwoDashboardsHaveTheSameUid() {
        assertThat(SHIPPED)
                .extracting(dashboard -> dashboard.json().path("uid").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum(http_requests_total{service=~"$service"})                            | without rate or increase
            max(http_request_duration_seconds_bucket)                                | without rate or increase
            sum(pg_stat_database_xact_commit)                                        | without rate or increase
            rate(http_requests_total[5m])                                            | not summed
            max(rate(http_requests_total[5m]))                                       | not summed
            rate(sum(http_requests_total)[5m])                                       | cannot be read
            sum(rate(sum(http_requests_total)))                                      | already computed
            sum(rate(jvm_memory_used_bytes[5m]))                                     | no counter
            sum(rate(http_requests_total[7m]))                                       | [7m]
            sum(orders_open)                                                         | max of orders_open
            max(outbox_pending) + outbox_oldest_seconds                              | max of outbox_oldest_seconds
            sum(rate(orders_placed_total[5m]))                                       | nobody serves
            max(active_connections{service="orders"})                                | names a service
            max(active_connections{instance=~"localhost:.*"})                        | names a instance
            sum(rate(http_requests_total{status=~"5.."}[5m]))                        | add «or»
            histogram_quantile(0.95, http_request_duration_seconds_bucket)           | something else than a sum by le
            histogram_quantile(0.95, sum by (route) (rate(http_request_duration_seconds_bucket[5m]))) | something else than a sum by le
            sum by (service) (rate(http_requests_total[5m])) / sum(rate(http_requests_total[5m])) | by other labels
            sum(rate(http_requests_total[5m])                                        | cannot be read
            """)
    void aQueryThatGivesAWrongNumberIsFound(String expression, String complaint) {
        assertThat(complaintsAfter(panel -> ((ObjectNode) panel.at("/targets/0")).put("expr", expression)))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum by (service) (rate(http_requests_total{service=~"$service"}[$__rate_interval]))
            sum(max by (service_mode) (orders_open))
            histogram_quantile(0.5, sum by (le, route) (rate(http_request_duration_seconds_bucket[5m]))) >= 0 or vector(0)
            (sum(rate(http_requests_total{status=~"5.."}[5m])) or vector(0)) / clamp_min(sum(rate(http_requests_total[5m])), 1e-9)
            1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))
            max(brigade_replication_lag_seconds)
            """)
    void aProperQueryIsLeftAlone(String expression) {
        assertThat(complaintsAfter(panel -> ((ObjectNode) panel.at("/targets/0")).put("expr", expression)))
                .isEmpty();
    }

    static Stream<Arguments> brokenPanels() {
        return Stream.of(
                broken("no title", panel -> panel.put("title", "")),
                broken("no description", panel -> panel.put("description", "Orders")),
                broken("no unit", panel -> object(panel, "/fieldConfig/defaults")
                        .remove("unit")),
                broken("no thresholds", panel -> object(panel, "/fieldConfig/defaults")
                        .remove("thresholds")),
                broken("asks nothing", panel -> ((ArrayNode) panel.path("targets")).removeAll()),
                broken("without an expression", panel -> object(panel, "/targets/0")
                        .put("expr", "")),
                broken("whom it asks", panel -> object(panel, "/targets/0").remove("datasource")),
                broken("without a legend", panel -> object(panel, "/targets/0").remove("legendFormat")),
                broken("two queries of the same letter", panel -> ((ArrayNode) panel.path("targets"))
                        .add(panel.at("/targets/0").deepCopy())),
                broken("names a datasource", panel -> object(panel, "/datasource")
                        .put("uid", "brigade-prometheus")),
                broken("names a datasource", panel -> object(panel, "/targets/0")
                        .put("datasource", "Prometheus")),
                broken("the id «1» is there twice", panel -> panel.put("id", 1)),
                broken("the title «Orders» is there twice", panel -> panel.put("title", "Orders")),
                broken("not inside the grid", panel -> object(panel, "/gridPos").put("x", 22)),
                broken("lies over", panel -> object(panel, "/gridPos").put("h", 20)));
    }

    private static Arguments broken(String complaint, Consumer<ObjectNode> mistake) {
        return Arguments.of(complaint, mistake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenPanels")
    void aPanelThatTellsTooLittleOrStandsWrongIsFound(String complaint, Consumer<ObjectNode> mistake) {
        assertThat(complaintsAfter(mistake))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    static Stream<Arguments> brokenFrames() {
        return Stream.of(
                broken("has no uid", board -> board.remove("uid")),
                broken("has no description", board -> board.put("description", " ")),
                broken("has no refresh", board -> board.remove("refresh")),
                broken("has no tag brigade", board -> ((ArrayNode) board.path("tags")).removeAll()),
                broken("an id or a version", board -> board.put("version", 3)),
                broken("an id or a version", board -> board.putNull("id")),
                broken("other dashboards", board -> object(board, "/links/0").put("type", "link")),
                broken("the runbooks", board -> object(board, "/links/1").put("url", "https://example.org")),
                broken("no variable «datasource»", board -> object(board, "/templating/list/0")
                        .put("name", "ds")),
                broken("no variable «instance»", board -> ((ArrayNode) board.at("/templating/list")).remove(2)),
                broken("names a datasource", board -> object(board, "/templating/list/1/datasource")
                        .put("uid", "prometheus")),
                broken("nobody serves", board -> object(board, "/annotations/list/0")
                        .put("expr", "max(alerts)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFrames")
    void aDashboardThatLeadsNowhereOrBelongsToOneInstallationIsFound(String complaint, Consumer<ObjectNode> mistake) {
        var board = (ObjectNode) overview().json().deepCopy();
        mistake.accept(board);
        assertThat(LINT.complaints(written(board)))
                .anySatisfy(found -> assertThat(found).contains(complaint));
    }

    @Test
    void aFileWrittenInAnotherWayIsFound() {
        var overview = overview();
        var dense = new DashboardFile(overview.name(), overview.json().toString(), overview.json());
        assertThat(LINT.complaints(dense)).singleElement().asString().contains("two spaces");
    }

    private static List<String> complaintsAfter(Consumer<ObjectNode> mistake) {
        var board = overview().json().deepCopy();
        var panel = DashboardFile.stream(board.path("panels"))
                .filter(each -> each.path("title").asText().equals("Orders per hour"))
                .findFirst()
                .orElseThrow();
        mistake.accept((ObjectNode) panel);
        return LINT.complaints(written(board));
    }

    private static DashboardFile overview() {
        return SHIPPED.stream()
                .filter(dashboard -> dashboard.name().equals("restaurant-overview.json"))
                .findFirst()
                .orElseThrow();
    }

    private static DashboardFile written(JsonNode board) {
        return new DashboardFile("broken.json", FrameRules.canonical(board), board);
    }

    private static ObjectNode object(JsonNode parent, String path) {
        return (ObjectNode) parent.at(path);
    }
}
