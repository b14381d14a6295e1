package io.brigade.observability.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard as it is shipped.
 *
 * @param name of its file
 * @param text of its file
 * @param json what the text says
 */
public record DashboardFile(String name, String text, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A panel that asks, which a row is not. */
    public record Panel(JsonNode json) {

        /** What stands above it. */
        public String title() {
            return json.path("title").asText();
        }

        /** What it asks. */
        public List<Target> targets() {
            return stream(json.path("targets")).map(Target::new).toList();
        }
    }

    /** One of a panel's queries. */
    public record Target(JsonNode json) {

        /** The query, with Grafana's variables in it. */
        public String expression() {
            return json.path("expr").asText();
        }

        /** Whether it asks for one moment and not for a time. */
        public boolean isInstant() {
            return json.path("instant").asBoolean();
        }

        /** Its letter within the panel. */
        public String letter() {
            return json.path("refId").asText();
        }
    }

    /** All dashboards of the folder, by name. */
    public static List<DashboardFile> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(DashboardFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DashboardFile read(Path file) {
        try {
            var text = Files.readString(file);
            return new DashboardFile(file.getFileName().toString(), text, JSON.readTree(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands above all panels. */
    public String title() {
        return json.path("title").asText();
    }

    /** Panels that ask. */
    public List<Panel> panels() {
        return all().filter(panel -> !panel.path("type").asText().equals("row"))
                .map(Panel::new)
                .toList();
    }

    /** Panels and rows. */
    Stream<JsonNode> all() {
        return stream(json.path("panels"));
    }

    /** Its variables. */
    public Stream<JsonNode> variables() {
        return stream(json.at("/templating/list"));
    }

    /** The queries that mark moments in all panels. */
    public Stream<String> annotations() {
        return stream(json.at("/annotations/list"))
                .map(annotation -> annotation.path("expr").asText());
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
