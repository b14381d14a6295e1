package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** No answer is a 500, and every refusal is a problem document whose code stands in docs/problems.md with its status. */
final class RefusalsAreDocumented implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        return evidence.journal().stream()
                .filter(exchange -> exchange.status() >= 400)
                .flatMap(exchange -> check(exchange, evidence.problems()).map(finding -> finding + ": " + exchange));
    }

    private static Stream<String> check(Exchange exchange, Map<String, Integer> documented) {
        JsonNode problem = exchange.json();
        String code = problem.path("code").asText();
        if (exchange.status() == 500) {
            return Stream.of("an internal error");
        }
        if (exchange.contentType() == null || !exchange.contentType().startsWith("application/problem+json")) {
            return Stream.of("no problem document");
        }
        if (!Objects.equals(documented.get(code), exchange.status())) {
            return Stream.of("a code that is not documented with that status");
        }
        boolean whole = problem.path("status").asInt() == exchange.status()
                && !problem.path("detail").asText().isBlank()
                && problem.path("type").asText().startsWith("/problems/");
        return whole ? Stream.of() : Stream.of("an incomplete problem document");
    }
}
