package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.brigade.openapi.Operation;
import io.brigade.system.Device.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds answers against the documents: the status is one that is named, the content type is, the problem's code is, and
 * the body has every field that it must have, of the right type, and none that the document is silent about.
 */
final class DocumentedAnswers {

    private static final String BASE = "https://api.brigade.example/";
    private static final String PROBLEM = "application/problem+json";

    /** What tells more of us than a client should know. */
    private static final Pattern LEAK =
            Pattern.compile("Exception|io\\.brigade|org\\.postgresql|SELECT |\\tat |\\.java:");

    /** The gateway gives these before it looks for an operation, or for an odd address that is none of the document's. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 404, 405, 414, 431);

    private final JsonSchemaFactory schemas;
    private final Map<SchemaLocation, JsonSchema> known = new ConcurrentHashMap<>();

    DocumentedAnswers(Iterable<Operation> operations) {
        Map<String, String> documents = new ConcurrentHashMap<>();
        operations.forEach(operation -> documents.computeIfAbsent(
                uri(operation), _ -> strict(operation.document()).toString()));
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7, factory -> factory.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(documents)));
    }

    /** What is wrong with the answer; empty when it is as promised. */
    Optional<String> objection(Operation operation, Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return Optional.of("a failure of ours");
        }
        if (LEAK.matcher(answer.body()).find() && status >= 400) {
            return Optional.of("tells of the inside");
        }
        JsonNode named = operation.answer(status);
        if (named.isMissingNode()) {
            return OF_NO_OPERATION.contains(status) && isProblem(answer)
                    ? Optional.empty()
                    : Optional.of("the document names no " + status);
        }
        return headers(answer).or(() -> body(operation, named, answer));
    }

    private static Optional<String> headers(Answer answer) {
        int status = answer.status();
        if (status == 401 && answer.header("WWW-Authenticate") == null) {
            return Optional.of("401 without WWW-Authenticate");
        }
        return status == 429 && answer.header("Retry-After") == null
                ? Optional.of("429 without Retry-After")
                : Optional.empty();
    }

    private Optional<String> body(Operation operation, JsonNode named, Answer answer) {
        JsonNode contents = named.path("content");
        if (contents.isEmpty()) {
            return answer.body().isEmpty() ? Optional.empty() : Optional.of("a body where none is promised");
        }
        String type = mediaType(answer);
        if (!contents.has(type)) {
            return Optional.of("of type " + type + ", the document names no such");
        }
        if (!type.endsWith("json")) {
            return Optional.empty();
        }
        if (type.equals(PROBLEM) && !codes(named).contains(answer.code())) {
            return Optional.of("the document names no " + answer.code() + " with " + answer.status());
        }
        Set<ValidationMessage> broken = schema(operation, answer.status(), type)
                .validate(answer.body(), InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true));
        return broken.isEmpty() ? Optional.empty() : Optional.of(broken.toString());
    }

    private static Set<String> codes(JsonNode named) {
        return named.path("x-problem-codes").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static boolean isProblem(Answer answer) {
        return mediaType(answer).equals(PROBLEM);
    }

    private static String mediaType(Answer answer) {
        String type = answer.header("Content-Type");
        return type == null ? "none" : type.split(";", 2)[0].strip();
    }

    private JsonSchema schema(Operation operation, int status, String type) {
        JsonNode response = operation.node().path("responses").path(Integer.toString(status));
        String place = response.has("$ref")
                ? response.path("$ref").asText().substring(1)
                : "/paths/" + escaped(operation.path()) + "/"
                        + operation.method().toLowerCase(Locale.ROOT) + "/responses/" + status;
        return known.computeIfAbsent(
                SchemaLocation.of(uri(operation) + "#" + place + "/content/" + escaped(type) + "/schema"),
                schemas::getSchema);
    }

    /** RFC 6901 section 3; braces are not allowed in a URI's fragment. */
    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    private static String uri(Operation operation) {
        return BASE + operation.service() + ".json";
    }

    /** Nothing may be in an answer that the document is silent about, and null is what it says: nullable. */
    private static JsonNode strict(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        tighten(copy);
        return copy;
    }

    private static void tighten(JsonNode node) {
        node.forEach(DocumentedAnswers::tighten);
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        if (schema.path("allOf") instanceof ArrayNode all
                && schema.path("nullable").asBoolean()) {
            schema.remove(List.of("allOf", "type", "nullable"));
            schema.putArray("anyOf")
                    .add(Device.JSON
                            .createObjectNode()
                            .set("enum", Device.JSON.createArrayNode().addNull()))
                    .addAll(all);
        }
    }
}
