package io.brigade.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call of the API, as a service's document describes it.
 *
 * @param service whose document it stands in
 * @param method upper case
 * @param path with placeholders, such as {@code /api/orders/{order_id}}
 * @param node what the document says of it
 * @param document the whole document, for references
 */
public record Operation(String service, String method, String path, JsonNode node, ObjectNode document) {

    /** {@code GET /api/menu} and the like: what the pages call it. */
    public String name() {
        return method + " " + path;
    }

    /** Whether it needs a token. */
    public boolean needsToken() {
        return !node.path("security").isEmpty();
    }

    /** Of a path, query or header, references resolved. */
    public Stream<JsonNode> parameters(String in) {
        return node.path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in));
    }

    /** Each content type of its body, with what is said of it; empty when it has no body. */
    public JsonNode bodies() {
        return resolved(node.path("requestBody")).path("content");
    }

    /** A whole body that the document shows; empty when there is none. */
    public Optional<JsonNode> bodyExample() {
        return bodies().path("application/json")
                .path("examples")
                .valueStream()
                .map(this::resolved)
                .map(example -> example.path("value"))
                .findFirst();
    }

    /** What is said of the answer with that status; missing when the document names no such status. */
    public JsonNode answer(int status) {
        return resolved(node.path("responses").path(Integer.toString(status)));
    }

    /** What a reference leads to, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : document.at(reference.asText().substring(1));
    }

    @Override
    public String toString() {
        return name();
    }
}
