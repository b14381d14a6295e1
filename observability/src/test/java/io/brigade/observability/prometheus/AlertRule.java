package io.brigade.observability.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An alert as the rule files have it.
 *
 * @param name of the alert; several rules may share one
 * @param yaml the whole rule
 */
public record AlertRule(String name, JsonNode yaml) {

    static final Path FOLDER = Path.of("prometheus");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** All alerts, rule by rule. */
    public static List<AlertRule> all() {
        return documents("rules")
                .flatMap(document -> document.path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .filter(rule -> rule.has("alert"))
                .map(rule -> new AlertRule(rule.path("alert").asText(), rule))
                .toList();
    }

    /** The YAML files of that folder. */
    static Stream<JsonNode> documents(String folder) {
        return files(folder).stream().map(file -> {
            try {
                return YAML.readTree(file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Paths of the YAML files of that folder. */
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A label that the rule itself sets. */
    public String label(String label) {
        return yaml.path("labels").path(label).asText();
    }

    String annotation(String annotation) {
        return yaml.path("annotations").path(annotation).asText();
    }
}
