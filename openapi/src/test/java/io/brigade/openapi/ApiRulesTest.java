package io.brigade.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed documents follow the rules of {@code rules/brigade.yaml}, and whatever breaks one is found. */
class ApiRulesTest {

    private static final String TAKE = "/paths/~1api~1payments/post";
    private static final String LIST = "/paths/~1api~1staff/get";
    private static final String CHANGE = "/paths/~1api~1staff~1{staff_id}/put";

    /** The rest of a document has nothing to do with a mistake, and would only be read again and again. */
    private static final List<String> PATHS_WITH_MISTAKES =
            List.of("/api/payments", "/api/bills/{order_id}", "/api/staff", "/api/staff/{staff_id}");

    /** The rule that must be reported, and what is done to a good document. */
    private static final Map<String, Mistake> MISTAKES = mistakes();

    private record Mistake(String service, Consumer<ObjectNode> change) {}

    @TempDir
    static Path folder;

    private static List<Spectral.Finding> complaints;

    /** One run for the committed documents and all mistakes, each in a file of its own: the linter starts slowly. */
    @BeforeAll
    static void lintEverything() throws IOException, InterruptedException {
        Spectral.install();
        List<Path> files = new ArrayList<>();
        for (String service : Documents.SERVICES) {
            files.add(Files.copy(Documents.of(service), folder.resolve(service + ".yaml")));
        }
        for (Map.Entry<String, Mistake> mistake : MISTAKES.entrySet()) {
            ObjectNode document = Documents.read(Documents.of(mistake.getValue().service()));
            ((ObjectNode) document.path("paths")).retain(PATHS_WITH_MISTAKES);
            mistake.getValue().change().accept(document);
            Path file = folder.resolve(mistake.getKey() + ".json");
            Files.writeString(file, document.toPrettyString());
            files.add(file);
        }
        complaints = Spectral.lint(files);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theCommittedDocumentFollowsTheRules(String service) {
        assertThat(complaints)
                .filteredOn(complaint -> complaint.document().equals(service + ".yaml"))
                .isEmpty();
    }

    static Stream<String> services() {
        return Documents.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBrokenDocumentIsRefused(String rule) {
        assertThat(complaints)
                .filteredOn(complaint -> complaint.document().equals(rule + ".json"))
                .extracting(Spectral.Finding::rule)
                .contains(rule);
    }

    static Stream<String> rules() {
        return MISTAKES.keySet().stream();
    }

    @Test
    void everyRuleOfOursIsTriedOut() throws IOException {
        assertThat(MISTAKES.keySet())
                .containsAll(Documents.read(Path.of("rules", "brigade.yaml")).path("rules").properties().stream()
                        .filter(rule -> rule.getValue().isObject()) // the others are switched off
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Map<String, Mistake> mistakes() {
        Map<String, Mistake> mistakes = new LinkedHashMap<>();
        aboutOperations(mistakes);
        aboutAnswers(mistakes);
        aboutSchemas(mistakes);
        return mistakes;
    }

    private static void aboutOperations(Map<String, Mistake> mistakes) {
        mistakes.put(
                "operation-operationId-unique", payments(api -> at(api, TAKE).put("operationId", "getBill")));
        mistakes.put("operation-summary", payments(api -> at(api, TAKE).remove("summary")));
        mistakes.put("operation-id-camel-case", payments(api -> at(api, TAKE).put("operationId", "Take_Payment")));
        mistakes.put("operation-has-one-tag", payments(api -> ((ArrayNode) api.at(TAKE + "/tags")).removeAll()));
        mistakes.put(
                "operation-roles",
                payments(api -> at(api, TAKE).putArray("x-roles").add("SOMELIER")));
        mistakes.put("operation-roles-for-people", payments(api -> at(api, TAKE).put("description", "Takes money.")));
        mistakes.put("roles-need-a-token", payments(api -> at(api, TAKE).remove("security")));
        mistakes.put("writes-take-an-idempotency-key", payments(api -> ((ArrayNode) api.at(TAKE + "/parameters"))
                .removeAll()));
        mistakes.put("lists-are-paged", staff(api -> at(api, LIST).remove("parameters")));
        mistakes.put("parameters-are-snake-case", staff(api -> at(api, LIST + "/parameters/0")
                .put("name", "pageSize")));
    }

    private static void aboutAnswers(Map<String, Mistake> mistakes) {
        mistakes.put("request-example", payments(api -> json(api, TAKE + "/requestBody")
                .remove("examples")));
        mistakes.put("answer-example", payments(api -> json(api, TAKE + "/responses/201")
                .remove("examples")));
        mistakes.put("answer-description", payments(api -> at(api, TAKE + "/responses/201")
                .put("description", "")));
        mistakes.put("every-failure-is-told", payments(api -> at(api, TAKE + "/responses")
                .remove("503")));
        mistakes.put("signed-in-can-be-401", payments(api -> at(api, TAKE + "/responses")
                .remove("401")));
        mistakes.put("if-match-can-be-412", staff(api -> at(api, CHANGE + "/responses")
                .remove("412")));
        mistakes.put("failures-are-problems", payments(api -> at(api, "/components/responses/INTERNAL_ERROR/content")
                .putObject("text/html")));
        mistakes.put("failures-have-codes", payments(api -> at(api, "/components/responses/INTERNAL_ERROR")
                .remove("x-problem-codes")));
    }

    private static void aboutSchemas(Map<String, Mistake> mistakes) {
        String properties = "/components/schemas/Payment/properties";
        mistakes.put("field-example", payments(api -> at(api, properties + "/tip_cents")
                .remove("example")));
        mistakes.put(
                "properties-are-snake-case",
                payments(api -> at(api, properties).putObject("tipAmount").put("type", "integer")));
        mistakes.put("money-and-rates-are-integers", payments(api -> at(api, properties + "/tip_cents")
                .put("type", "number")));
        mistakes.put("times-are-times", payments(api -> at(api, properties)
                .putObject("paid_at")
                .put("type", "string")
                .put("example", "now")));
        mistakes.put("fields-are-required-or-nullable", payments(api -> at(api, "/components/schemas/Payment")
                .remove("required")));
    }

    private static Mistake payments(Consumer<ObjectNode> change) {
        return new Mistake("payments", change);
    }

    private static Mistake staff(Consumer<ObjectNode> change) {
        return new Mistake("staff", change);
    }

    private static ObjectNode json(JsonNode api, String content) {
        return (ObjectNode) api.at(content + "/content/application~1json");
    }

    private static ObjectNode at(JsonNode api, String place) {
        JsonNode found = api.at(place);
        assertThat(found.isObject()).as(place).isTrue();
        return (ObjectNode) found;
    }
}
