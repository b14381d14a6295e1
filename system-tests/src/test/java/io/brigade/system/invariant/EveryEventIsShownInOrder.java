package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Invariant 5, for a display of the floor: after de-duplication by event_id it was shown every version of every order
 * exactly once, in order, each as the history tells it.
 */
final class EveryEventIsShownInOrder implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Set<String> seen = new HashSet<>();
        List<JsonNode> events = evidence.floor().stream()
                .filter(event -> seen.add(event.path("event_id").asText()))
                .toList();
        Map<Long, List<JsonNode>> byOrder = events.stream()
                .filter(event -> event.path("type").asText().startsWith("order."))
                .map(event -> event.path("data"))
                .collect(Collectors.groupingBy(order -> order.path("order_id").asLong()));
        return Stream.concat(
                positions(events),
                evidence.orders().stream().flatMap(file -> compare(file, byOrder.getOrDefault(file.id(), List.of()))));
    }

    private static Stream<String> positions(List<JsonNode> events) {
        List<String> findings = new ArrayList<>();
        for (int i = 1; i < events.size(); i++) {
            String one = events.get(i - 1).path("id").asText();
            String next = events.get(i).path("id").asText();
            if (Position.of(one).compareTo(Position.of(next)) >= 0) {
                findings.add("event " + next + " was shown after " + one);
            }
        }
        return findings.stream();
    }

    private static Stream<String> compare(OrderFile file, List<JsonNode> shown) {
        List<Long> versions =
                shown.stream().map(order -> order.path("version").asLong()).toList();
        List<Long> expected = LongStream.rangeClosed(1, file.version()).boxed().toList();
        if (!versions.equals(expected)) {
            return Stream.of(file + " has versions up to " + file.version() + ", shown were " + versions);
        }
        return file.steps().stream()
                .filter(step -> step.version() >= 1 && step.version() <= shown.size())
                .filter(step -> !tells(shown.get((int) step.version() - 1), step.after()))
                .map(step -> file + ", " + step + " was shown otherwise than its history tells");
    }

    private static boolean tells(JsonNode view, OrderState state) {
        return view.path("status").asText().equals(state.status())
                && view.path("total_cents").asLong() == state.totalCents()
                && view.path("items").size() == state.items().size();
    }
}
