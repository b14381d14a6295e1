package io.brigade.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents that the services have committed. */
public final class Documents {

    private static final YAMLMapper YAML = new YAMLMapper();

    static final List<String> SERVICES = List.of("menu", "orders", "payments", "staff");

    private Documents() {}

    static Stream<Path> paths() {
        return SERVICES.stream().map(Documents::of);
    }

    static Path of(String service) {
        return Path.of("..", service + "-service", "openapi.yaml");
    }

    static ObjectNode read(Path document) {
        try {
            return (ObjectNode) YAML.readTree(document.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every call of all services. */
    public static List<Operation> operations() {
        return SERVICES.stream().flatMap(Documents::operations).toList();
    }

    private static Stream<Operation> operations(String service) {
        ObjectNode document = read(of(service));
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(verb -> new Operation(
                        service, verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue(), document)));
    }

    /** Problem codes of all services with their status. */
    static Map<String, Integer> problems() {
        return paths().map(Documents::read)
                .flatMap(document -> document.at("/components/examples").valueStream())
                .map(example -> example.path("value"))
                .filter(value -> value.path("type").asText().startsWith("/problems/"))
                .distinct()
                .collect(Collectors.toMap(
                        value -> value.path("code").asText(),
                        value -> value.path("status").asInt(),
                        (one, _) -> one));
    }
}
