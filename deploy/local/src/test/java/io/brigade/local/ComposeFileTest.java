package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What deploy/compose promises, as far as it can be seen without a container engine. */
class ComposeFileTest {

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
    private static final Set<String> RUN_ONCE = Set.of("backups-folder", "elasticsearch-setup", "kibana-setup");
    /** Its image holds one program and nothing that could ask after its health. */
    private static final Set<String> MUTE = Set.of("nginx-exporter");

    @TempDir
    static Path made;

    private static ComposeFile file;

    @BeforeAll
    static void readAndMakeSecrets() throws IOException {
        file = ComposeFile.named("compose.yaml");
        Scripts.run(ComposeFile.FOLDER.resolve("make-secrets"), Map.of(), made.resolve("secrets"))
                .orFail("make-secrets failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "consoles.yaml", "observability.yaml"})
    void theSpecificationAllowsIt(String name) throws IOException {
        var text = (ObjectNode)
                new ObjectMapper().readTree(getClass().getResourceAsStream("/compose-specification/compose-spec.json"));
        text.remove("$id"); // is no address, which the validator insists on
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(text);

        assertThat(schema.validate(ComposeFile.named(name).tree())).isEmpty();
    }

    @Test
    void everythingIsLimitedIsRestartedAndTellsWhetherItIsWell() {
        file.services().forEach((name, service) -> {
            assertThat(service.path("mem_limit").asText()).as(name).matches("\\d+m");
            var mute = RUN_ONCE.contains(name) || MUTE.contains(name);
            assertThat(service.at("/healthcheck/disable").asBoolean()).as(name).isEqualTo(mute);
            assertThat(service.at("/healthcheck/test").size()).as(name).isEqualTo(mute ? 0 : 2);
            assertThat(service.path("restart").asText())
                    .as(name)
                    .isEqualTo(RUN_ONCE.contains(name) ? "no" : "unless-stopped");
        });
    }

    @Test
    void imagesAreOfOneFixedVersion() {
        file.services()
                .forEach((name, service) -> assertThat(service.path("image").asText())
                        .as(name)
                        .matches("[a-z0-9./_-]+:v?\\d+\\.\\d+[a-z0-9._-]*"));
    }

    @Test
    void onlyTheGatewayPublishesPortsAndDataAreOutOfReach() {
        file.services()
                .forEach((name, service) ->
                        assertThat(service.has("ports")).as(name).isEqualTo(name.equals("gateway")));
        assertThat(file.tree().at("/networks/data/internal").asBoolean()).isTrue();
        for (var name : List.of("postgres", "replica", "redis")) {
            assertThat(texts(file.service(name).path("networks"))).containsExactly("data");
        }
        assertThat(texts(file.service("gateway").path("networks"))).doesNotContain("data");
    }

    @Test
    void consolesArePublishedOnTheLoopbackOnly() throws IOException {
        for (var service : ComposeFile.named("consoles.yaml").services().values()) {
            assertThat(texts(service.path("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    @Test
    void ourContainersHaveNoPrivilegesAndWriteNowhere() {
        file.services().forEach((name, service) -> {
            if (!service.path("image").asText().matches(".*(elastic|grafana).*")) {
                assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
                assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            }
        });
    }

    @Test
    void mountedFilesExistAndCannotBeWritten() {
        for (var service : file.services().values()) {
            for (var volume : texts(service.path("volumes"))) {
                var parts = volume.split(":", -1);
                if (parts[0].startsWith(".")) {
                    assertThat(ComposeFile.FOLDER.resolve(parts[0]).normalize()).exists();
                    assertThat(volume).endsWith(":ro");
                } else if (!parts[0].startsWith("/") && !parts[0].startsWith("${")) {
                    assertThat(file.tree().path("volumes").has(parts[0]))
                            .as(volume)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everySecretIsAFileThatTheScriptMakesAndSomebodyUses() {
        var used = new TreeSet<String>();
        for (var service : file.services().values()) {
            service.path("secrets")
                    .forEach(secret -> used.add(
                            secret.isTextual()
                                    ? secret.asText()
                                    : secret.path("source").asText()));
        }
        var declared = file.tree().path("secrets");

        assertThat(used).containsExactlyInAnyOrderElementsOf(names(declared));
        declared.forEach(
                secret -> assertThat(made.resolve(secret.path("file").asText().substring(2)))
                        .exists());
    }

    @Test
    void everyVariableHasADefaultOrIsWrittenByTheScript() throws IOException {
        var written = Files.readAllLines(made.resolve(".env")).stream()
                .map(line -> line.replaceFirst("=.*", ""))
                .collect(Collectors.toSet());
        for (var name : List.of("compose.yaml", "observability.yaml")) {
            assertThat(VARIABLE.matcher(Files.readString(ComposeFile.FOLDER.resolve(name)))
                            .results())
                    .allMatch(each -> hasDefault(each) || written.contains(each.group(1)), "is defined");
        }
    }

    @Test
    void theScriptStartsWhatTheProfilesName() throws IOException {
        for (var list :
                Map.of("CORE", "", "MONITORING", "monitoring", "LOGS", "logs").entrySet()) {
            var expected = file.services().entrySet().stream()
                    .filter(each -> each.getValue().at("/profiles/0").asText().equals(list.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(listed(list.getKey())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void prometheusAsksServicesThatExistForAllJobs() throws IOException {
        var targets = ComposeFile.FOLDER.resolve("prometheus/targets");
        var jobs = Pattern.compile("targets/([a-z-]+\\.yml)")
                .matcher(Files.readString(Path.of("../../observability/prometheus/prometheus.yml")))
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        try (var files = Files.list(targets)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactlyInAnyOrderElementsOf(jobs);
        }
        for (var job : jobs) {
            var hosts = Pattern.compile("[\\[ ]([a-z0-9-]+):\\d+[,\\]]")
                    .matcher(Files.readString(targets.resolve(job)))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            assertThat(file.services()).as(job).containsKeys(hosts.toArray(String[]::new));
        }
    }

    @Test
    void logsAndDashboardsAreTheSameAsBesideALocalSuite() throws IOException {
        ComposeFile.named("observability.yaml").services().forEach((name, beside) -> {
            for (var key : List.of("image", "mem_limit", "healthcheck", "volumes", "entrypoint")) {
                assertThat(file.service(name).path(key)).as(name + " " + key).isEqualTo(beside.path(key));
            }
            assertThat(names(beside.path("environment")))
                    .as(name)
                    .containsAll(names(file.service(name).path("environment")));
        });
    }

    private static boolean hasDefault(MatchResult variable) {
        return variable.group(2) != null && variable.group(2).startsWith(":-");
    }

    private static List<String> listed(String array) throws IOException {
        var names = Pattern.compile(array + "=\\(([^)]*)\\)")
                .matcher(Files.readString(ComposeFile.FOLDER.resolve("common")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var listed = new ArrayList<String>();
        for (var name : List.of(names.strip().split("\\s+"))) {
            listed.addAll(name.equals("\"${SERVICES[@]}\"") ? listed("SERVICES") : List.of(name));
        }
        return listed;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
