package io.brigade.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds an answer's status, and a problem's code, against the operation in the document that the service serves. */
final class DocumentedAnswer implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        operation(request.getMethod(), path)
                .ifPresent(operation -> check(request.getMethod() + " " + path, operation, answer));
        return answer;
    }

    private void check(String call, JsonNode operation, Response answer) {
        String status = Integer.toString(answer.statusCode());
        JsonNode named = resolve(operation.path("responses").path(status));
        assertThat(named.isMissingNode())
                .as("%s answers %s %s, and its document names no such status", call, status, answer.asString())
                .isFalse();
        if (answer.contentType().startsWith("application/problem+json")) {
            assertThat(named.path("x-problem-codes").valueStream().map(JsonNode::asText))
                    .as("%s answers %s: name it in MayAnswer", call, status)
                    .contains(read(answer.asString()).path("code").asText());
        }
    }

    /** A path without a placeholder goes before one with: {@code /staff/colleagues} before {@code /staff/{staff_id}}. */
    private Optional<JsonNode> operation(String verb, String path) {
        return Served.DOCUMENT.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(entry -> entry.getKey().contains("{")))
                .map(Map.Entry::getValue)
                .map(item -> item.get(verb.toLowerCase(Locale.ROOT)));
    }

    private JsonNode resolve(JsonNode response) {
        JsonNode reference = response.path("$ref");
        return reference.isMissingNode()
                ? response
                : Served.DOCUMENT.at(reference.asText().substring(1));
    }

    /** Not with RestAssured's own mapper, which looks for modules in whatever class loader the thread has. */
    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Read at the first request, when the service is up, and once: it is the same for the whole run. */
    private static final class Served {
        static final JsonNode DOCUMENT =
                read(RestAssured.given().noFilters().get("/openapi?format=JSON").asString());
    }
}
