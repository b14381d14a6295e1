package io.brigade.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** A compose file as Compose reads it, with what is said once and merged in several places. */
record ComposeFile(JsonNode tree) {

    static final Path FOLDER = Path.of("../compose").toAbsolutePath().normalize();
    private static final int ALIASES = 500;

    static ComposeFile named(String name) throws IOException {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES);
        Object content = new Yaml(options).load(Files.readString(FOLDER.resolve(name)));
        return new ComposeFile(new ObjectMapper().valueToTree(content));
    }

    Map<String, JsonNode> services() {
        var services = new TreeMap<String, JsonNode>();
        tree.path("services").properties().forEach(each -> services.put(each.getKey(), each.getValue()));
        return services;
    }

    JsonNode service(String name) {
        return tree.path("services").path(name);
    }
}
