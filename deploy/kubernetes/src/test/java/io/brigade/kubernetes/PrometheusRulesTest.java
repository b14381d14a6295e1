package io.brigade.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The PrometheusRule holds the groups of observability/prometheus/rules, and nothing else. */
class PrometheusRulesTest {

    private static final Path FILE = Path.of("components/monitoring/prometheus-rules.yaml");
    private static final Path RULES = Repository.ROOT.resolve("observability/prometheus/rules");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    @Test
    void theRuleIsMadeOfTheRuleFiles() throws IOException {
        ObjectNode wanted = wanted();
        if (System.getProperty("brigade.kubernetes.update") != null) {
            Files.writeString(
                    FILE,
                    "# Made of observability/prometheus/rules by PrometheusRulesTest.\n"
                            + YAML.writeValueAsString(wanted));
        }
        assertThat(YAML.readTree(FILE.toFile()))
                .as("run mvn -pl deploy/kubernetes -am test -Dbrigade.kubernetes.update"
                        + " -Dtest='PrometheusRulesTest,RenderedTest' -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(wanted);
        assertThat(wanted.at("/spec/groups")).hasSizeGreaterThan(3);
    }

    private static ObjectNode wanted() throws IOException {
        ObjectNode rule = YAML.createObjectNode();
        rule.put("apiVersion", "monitoring.coreos.com/v1").put("kind", "PrometheusRule");
        rule.putObject("metadata").put("name", "brigade");
        var groups = rule.putObject("spec").putArray("groups");
        for (Path file : files()) {
            YAML.readTree(file.toFile()).path("groups").forEach(groups::add);
        }
        return rule;
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(RULES)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
