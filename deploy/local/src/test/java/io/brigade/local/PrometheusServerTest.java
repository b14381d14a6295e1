package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusServerTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path home;

    @Test
    void everyInstanceIsATargetOfItsService() throws IOException {
        var targets =
                written(Map.of("BRIGADE_INSTANCES", "3", "BRIGADE_PORT_OFFSET", "1000"), "targets/api-backend.yml");

        assertThat(targets).hasSize(4);
        assertThat(targets)
                .filteredOn(group -> group.at("/labels/service").asText().equals("orders"))
                .singleElement()
                .satisfies(group -> assertThat(group.path("targets"))
                        .extracting(JsonNode::asText)
                        .containsExactly("127.0.0.1:10120", "127.0.0.1:10121", "127.0.0.1:10122"));
    }

    @Test
    void theGatewayIsAskedForEachServiceByItsNameOnTheCertificate() throws IOException {
        assertThat(written(Map.of(), "targets/probe.yml"))
                .extracting(group -> group.at("/labels/__param_target").asText())
                .contains("https://localhost:8443/health/menu", "https://localhost:8443/health/staff")
                .hasSize(4);
        assertThat(written(Map.of("BRIGADE_LISTEN", "192.0.2.7"), "targets/probe.yml"))
                .extracting(group -> group.at("/labels/__param_target").asText())
                .contains("https://192.0.2.7:8443/health/menu");
    }

    @Test
    void primaryAndReplicaAreToldApart() throws IOException {
        assertThat(written(Map.of(), "targets/postgresql.yml"))
                .extracting(group -> group.at("/labels/role").asText())
                .containsExactly("primary", "replica");
        assertThat(written(Map.of("BRIGADE_DB_HOST", "db.example"), "targets/postgresql.yml"))
                .extracting(group -> group.at("/labels/role").asText())
                .containsExactly("primary");
    }

    @Test
    void everyJobHasItsTargets() throws IOException {
        var main = written(Map.of(), "prometheus.yml");

        for (var job : main.path("scrape_configs")) {
            var file = job.at("/file_sd_configs/0/files/0").asText();
            assertThat(file).isEqualTo("targets/" + job.path("job_name").asText() + ".yml");
            assertThat(home.resolve("observability/prometheus").resolve(file)).isRegularFile();
        }
    }

    @Test
    void theIntervalIsFifteenSecondsUnlessSetOtherwise() throws IOException {
        assertThat(written(Map.of(), "prometheus.yml")
                        .at("/global/scrape_interval")
                        .asText())
                .isEqualTo("15s");
        assertThat(written(Map.of("BRIGADE_SCRAPE_INTERVAL", "2s"), "prometheus.yml")
                        .path("global")
                        .toString())
                .contains("\"scrape_interval\":\"2s\"", "\"evaluation_interval\":\"2s\"");
    }

    @Test
    void linksToRunbooksLeadToThePagesHereUnlessTheyAreElsewhere() throws IOException {
        assertThat(written(Map.of(), "rules/services.yml").findValuesAsText("runbook_url"))
                .contains(REPOSITORY.resolve("docs/runbooks/APIDown.md").toUri().toString());
        assertThat(written(Map.of("BRIGADE_RUNBOOKS_URL", "https://wiki.example/runbooks/"), "rules/services.yml")
                        .findValuesAsText("runbook_url"))
                .contains("https://wiki.example/runbooks/APIDown.md")
                .allMatch(link -> link.startsWith("https://wiki.example/runbooks/"));
    }

    @Test
    void aRuleFileThatIsGoneAlertsNoMore() throws IOException {
        var rules = Files.createDirectories(home.resolve("observability/prometheus/rules"));
        Files.writeString(rules.resolve("former.yml"), "groups: []");

        written(Map.of(), "prometheus.yml");

        assertThat(rules).isDirectoryNotContaining("glob:**/former.yml");
    }

    private JsonNode written(Map<String, String> environment, String file) throws IOException {
        var variables = new HashMap<>(environment);
        variables.put("BRIGADE_HOME", home.toString());
        variables.put("BRIGADE_OBSERVABILITY", "true");
        new Suite(SuiteConfig.of(REPOSITORY, variables)).prometheus().reloadIfChanged();
        return YAML.readTree(
                home.resolve("observability/prometheus").resolve(file).toFile());
    }
}
