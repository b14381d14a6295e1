package io.brigade.system.invariant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invariant 4: one Idempotency-Key, one effect. The same again gets the same answer byte for byte; anything else, 422. */
final class OneKeyOneEffect implements Invariant {

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 503);

    /** Says nothing about the key either: somebody else had the order for too long. */
    private static final String LATER = "REQUEST_IN_PROGRESS";

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        return evidence.journal().stream()
                .filter(exchange -> exchange.key() != null)
                .collect(Collectors.groupingBy(Exchange::scope))
                .values()
                .stream()
                .flatMap(OneKeyOneEffect::check);
    }

    /** Of two requests at once the second may be answered first, with what the first one did. */
    private static Stream<String> check(List<Exchange> ofOneKey) {
        List<Exchange> acknowledged = ofOneKey.stream()
                .filter(Exchange::isAcknowledged)
                .sorted(Comparator.comparing(Exchange::answered))
                .toList();
        if (acknowledged.isEmpty()) {
            return Stream.of();
        }
        Instant known = acknowledged.getFirst().answered();
        Exchange effect = acknowledged.stream()
                .filter(exchange -> !exchange.replayed() && !exchange.sent().isAfter(known))
                .findFirst()
                .orElse(acknowledged.getFirst());
        List<String> findings = new ArrayList<>();
        ofOneKey.stream()
                .filter(exchange -> !exchange.equals(effect))
                .filter(exchange -> !exchange.answered().isBefore(known))
                .filter(exchange -> !TRY_AGAIN.contains(exchange.status()))
                .filter(exchange -> !exchange.json().path("code").asText().equals(LATER))
                .forEach(other -> compare(findings, effect, other));
        return findings.stream();
    }

    private static void compare(List<String> findings, Exchange first, Exchange later) {
        boolean same = Objects.equals(first.body(), later.body());
        if (later.isAcknowledged() && !same) {
            findings.add("another request under a used key was carried out: " + later);
        } else if (later.isAcknowledged()) {
            if (later.status() != first.status() || !later.text().equals(first.text())) {
                findings.add("the same request got another answer: " + later + " after " + first.text());
            } else if (!later.replayed()) {
                findings.add(
                        "the same request was carried out again, or its answer does not say that it was not: " + later);
            }
        } else if (later.sent().isAfter(first.answered())) {
            String code = later.json().path("code").asText();
            if (same || !code.equals("IDEMPOTENCY_KEY_REUSED")) {
                findings.add("after " + first.status() + " the key was answered with " + later);
            }
        }
    }
}
