package io.brigade.observability.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProvisioningTest {

    private static final Path PROVISIONING = Path.of("grafana/provisioning");

    @Test
    void addressesComeFromTheEnvironmentAndUidsStay() throws Exception {
        var prometheus = datasource("prometheus.yml");
        assertThat(prometheus.path("uid").asText()).isEqualTo("brigade-prometheus");
        assertThat(prometheus.path("url").asText()).isEqualTo("${PROMETHEUS_URL}");
        assertThat(prometheus.path("isDefault").asBoolean()).isTrue();

        var logs = datasource("elasticsearch.yml");
        assertThat(logs.path("uid").asText()).isEqualTo("brigade-logs");
        assertThat(logs.path("url").asText()).isEqualTo("${ELASTICSEARCH_URL}");
        assertThat(logs.at("/secureJsonData/basicAuthPassword").asText()).isEqualTo("${ELASTICSEARCH_PASSWORD}");
        assertThat(logs.at("/jsonData/index").asText()).isEqualTo("logs-restaurant-*");
    }

    @Test
    void anExemplarLeadsToTheLogLinesOfItsTrace() throws Exception {
        var link = datasource("prometheus.yml").at("/jsonData/exemplarTraceIdDestinations/0");
        assertThat(link.path("name").asText()).isEqualTo("trace_id");
        var url = link.path("url").asText();
        assertThat(url).startsWith("/explore?").contains("$${__value.raw}");

        var panes = new ObjectMapper()
                .readTree(URLDecoder.decode(url.substring(url.indexOf("panes=") + 6), StandardCharsets.UTF_8));
        var pane = panes.path("logs");
        assertThat(pane.path("datasource").asText()).isEqualTo("brigade-logs");
        assertThat(pane.at("/queries/0/query").asText()).isEqualTo("trace_id: $${__value.raw}");
        assertThat(pane.at("/queries/0/metrics/0/type").asText()).isEqualTo("logs");
    }

    @Test
    void dashboardsAreReadFromAFolderAndNotChangedInTheBrowser() throws Exception {
        var provider = new YAMLMapper()
                .readTree(PROVISIONING.resolve("dashboards/brigade.yml").toFile())
                .at("/providers/0");
        assertThat(provider.path("type").asText()).isEqualTo("file");
        assertThat(provider.at("/options/path").asText()).isEqualTo("${BRIGADE_DASHBOARDS}");
        assertThat(provider.path("allowUiUpdates").asBoolean(true)).isFalse();
    }

    @Test
    void everyLinkToARunbookLeadsToAPage() {
        var linked = DashboardFile.in(Path.of("grafana/dashboards")).stream()
                .flatMap(dashboard -> dashboard.json().findValuesAsText("url").stream())
                .filter(url -> url.startsWith("${runbooks}/"))
                .map(url -> Path.of("../docs/runbooks", url.substring("${runbooks}/".length())));
        assertThat(linked).isNotEmpty().allSatisfy(page -> assertThat(page).isRegularFile());
    }

    private static JsonNode datasource(String file) throws Exception {
        var datasources = new YAMLMapper()
                .readTree(PROVISIONING.resolve("datasources").resolve(file).toFile())
                .path("datasources");
        assertThat(datasources).hasSize(1);
        return datasources.get(0);
    }
}
