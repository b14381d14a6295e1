package io.brigade.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A document's examples against their schemas. Spectral has a rule for it, which checks an example again wherever it is
 * referred to: two thirds of its time.
 */
final class Examples {

    private static final String DOCUMENT = "https://api.brigade.example/document.json";
    private static final List<String> MARKS_OF_A_SCHEMA = List.of("type", "enum", "allOf", "properties", "items");

    private final ObjectNode document;
    private final JsonSchema schemas;
    private final List<String> objections = new ArrayList<>();
    private int checked;

    private Examples(ObjectNode document) {
        this.document = document;
        schemas = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V7, factory -> factory.metaSchema(OpenApi30.getInstance())
                                .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
                .getSchema(SchemaLocation.of(DOCUMENT), document);
    }

    /** How many there are, and what is wrong with them. */
    record Report(int checked, List<String> objections) {}

    static Report check(ObjectNode document) {
        var examples = new Examples(document);
        examples.visit(document, "");
        return new Report(examples.checked, examples.objections);
    }

    private void visit(JsonNode node, String place) {
        if (node.has("schema")) {
            examplesOf(node).forEach(example -> check(example, place + "/schema"));
        } else if (node.has("example") && MARKS_OF_A_SCHEMA.stream().anyMatch(node::has)) {
            check(node.path("example"), place);
        }
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            if (!part.getKey().startsWith("example")) {
                visit(part.getValue(), place + "/" + escaped(part.getKey()));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(node.get(i), place + "/" + i);
        }
    }

    private Stream<JsonNode> examplesOf(JsonNode content) {
        Stream<JsonNode> one = content.has("example") ? Stream.of(content.path("example")) : Stream.empty();
        return Stream.concat(
                one,
                content.path("examples")
                        .valueStream()
                        .map(example -> example.has("$ref")
                                ? document.at(example.path("$ref").asText().substring(1))
                                : example)
                        .map(example -> example.path("value")));
    }

    private void check(JsonNode example, String place) {
        checked++;
        schemas.getSubSchema(SchemaLocation.Fragment.of(place))
                .validate(example, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .forEach(broken -> objections.add(place + ": " + broken));
    }

    /** RFC 6901 section 3. */
    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
