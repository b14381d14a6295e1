package io.brigade.observability.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the compose file for Elasticsearch, Logstash, Kibana and Grafana promises. */
class ComposeFileTest {

    private static final Path FOLDER = Path.of("../deploy/compose");
    private static final Set<String> SETUPS = Set.of("elasticsearch-setup", "kibana-setup");
    /** Keys of the Compose specification that are used; a misspelt one is none of them. */
    private static final Set<String> KEYS = Set.of(
            "image",
            "restart",
            "logging",
            "environment",
            "ports",
            "volumes",
            "mem_limit",
            "healthcheck",
            "depends_on",
            "entrypoint",
            "network_mode");

    private static final Set<String> HEALTH_KEYS =
            Set.of("test", "interval", "timeout", "retries", "start_period", "disable");
    private static final Map<String, JsonNode> SERVICES = new TreeMap<>();
    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        file = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("observability.yaml").toFile());
        file.path("services").properties().forEach(each -> SERVICES.put(each.getKey(), each.getValue()));
    }

    @Test
    void theFourProductsAreThereAndTheirSetup() {
        assertThat(SERVICES.keySet())
                .containsExactlyInAnyOrder(
                        "elasticsearch", "elasticsearch-setup", "logstash", "kibana", "kibana-setup", "grafana");
    }

    @Test
    void onlyKeysOfTheSpecificationAreUsed() {
        SERVICES.forEach((name, service) -> {
            assertThat(KEYS).as(name).containsAll(names(service));
            assertThat(HEALTH_KEYS).as(name).containsAll(names(service.path("healthcheck")));
        });
    }

    @Test
    void imagesAreOfficialAndOfOneFixedVersion() {
        assertThat(SERVICES.values())
                .extracting(service -> service.path("image").asText())
                .allMatch(
                        image -> image.matches(
                                "docker\\.elastic\\.co/[a-z]+/[a-z]+:9\\.\\d+\\.\\d+|docker\\.io/grafana/grafana:\\d+\\.\\d+\\.\\d+"));
        assertThat(SERVICES.values().stream()
                        .map(service -> service.path("image").asText())
                        .filter(image -> image.contains("elastic"))
                        .map(image -> image.replaceFirst(".*:", ""))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void everythingIsLimitedAndTellsWhetherItIsWell() {
        SERVICES.forEach((name, service) -> {
            assertThat(service.path("mem_limit").asText()).as(name).matches("\\d+m");
            var health = service.path("healthcheck");
            if (SETUPS.contains(name)) {
                assertThat(health.path("disable").asBoolean()).as(name).isTrue();
                assertThat(service.path("restart").asText()).as(name).isEqualTo("no");
            } else {
                assertThat(health.path("test")).as(name).hasSize(2);
                assertThat(service.path("restart").asText()).as(name).isEqualTo("unless-stopped");
            }
        });
    }

    @Test
    void nothingIsPublishedBeyondTheLoopback() {
        for (var service : SERVICES.values()) {
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
        assertThat(SERVICES.get("logstash").path("ports").toString()).contains("12201/udp", "12202/udp");
        assertThat(SERVICES.get("grafana")
                        .at("/environment/GF_SERVER_HTTP_ADDR")
                        .asText())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void mountedFilesExistAndCannotBeWritten() {
        var named = new HashSet<>(names(file.path("volumes")));
        for (var service : SERVICES.values()) {
            for (var volume : service.path("volumes")) {
                var parts = List.of(volume.asText().split(":", -1));
                if (parts.getFirst().startsWith(".")) {
                    assertThat(Files.exists(FOLDER.resolve(parts.getFirst())))
                            .as(volume.asText())
                            .isTrue();
                    assertThat(parts.getLast()).as(volume.asText()).isEqualTo("ro");
                } else {
                    assertThat(named).contains(parts.getFirst());
                }
            }
        }
    }

    @Test
    void noPasswordHasADefault() {
        for (var service : SERVICES.values()) {
            for (var variable : service.path("environment").properties()) {
                if (variable.getKey().matches(".*(PASSWORD|KEY)$")) {
                    assertThat(variable.getValue().asText()).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                }
            }
        }
    }

    @Test
    void nothingStartsBeforeWhatItNeeds() {
        assertThat(condition("logstash", "elasticsearch-setup")).isEqualTo("service_completed_successfully");
        assertThat(condition("kibana", "elasticsearch-setup")).isEqualTo("service_completed_successfully");
        assertThat(condition("kibana-setup", "kibana")).isEqualTo("service_healthy");
        for (var service : SERVICES.values()) {
            assertThat(SERVICES.keySet()).containsAll(names(service.path("depends_on")));
        }
    }

    private static String condition(String service, String needed) {
        return SERVICES.get(service).at("/depends_on/" + needed + "/condition").asText();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
