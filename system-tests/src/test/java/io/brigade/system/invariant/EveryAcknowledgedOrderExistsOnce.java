package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 1: every order that was answered 201 exists exactly once, by number and by the device's own name. */
final class EveryAcknowledgedOrderExistsOnce implements Invariant {

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, Integer> listed = new HashMap<>();
        evidence.orders().forEach(file -> listed.merge(file.id(), 1, Integer::sum));
        Map<Long, OrderFile> files = evidence.byId();
        List<JsonNode> acknowledged = evidence.effects().flatMap(this::ordersOf).toList();
        Map<Long, Integer> answered = new HashMap<>();
        acknowledged.forEach(order -> answered.merge(order.path("order_id").asLong(), 1, Integer::sum));
        return Stream.of(
                        listed.entrySet().stream()
                                .filter(order -> order.getValue() > 1)
                                .map(order -> "order " + order.getKey() + " is listed " + order.getValue() + " times"),
                        answered.entrySet().stream()
                                .filter(order -> order.getValue() > 1)
                                .map(order -> "order " + order.getKey() + " is the answer to several requests"),
                        answered.keySet().stream()
                                .filter(order -> !listed.containsKey(order))
                                .map(order -> "order " + order + " was acknowledged and is lost"),
                        listed.keySet().stream()
                                .filter(order -> !answered.containsKey(order))
                                .map(order -> "order " + order + " is there and nobody was told"),
                        doubledNames(evidence),
                        acknowledged.stream().flatMap(order -> renamed(order, files)))
                .flatMap(findings -> findings);
    }

    private Stream<JsonNode> ordersOf(Exchange exchange) {
        if (exchange.placed()) {
            return Stream.of(exchange.json());
        }
        return exchange.split() ? Stream.of(exchange.json().path("new_order")) : Stream.of();
    }

    private static Stream<String> doubledNames(Evidence evidence) {
        Set<String> seen = new HashSet<>();
        return evidence.orders().stream()
                .map(file -> file.order().path("client_ref").asText(""))
                .filter(name -> !name.isEmpty() && !name.equals("null"))
                .filter(name -> !seen.add(name))
                .map(name -> "client_ref " + name + " names two orders");
    }

    private static Stream<String> renamed(JsonNode acknowledged, Map<Long, OrderFile> files) {
        OrderFile file = files.get(acknowledged.path("order_id").asLong());
        return file == null || file.order().path("client_ref").equals(acknowledged.path("client_ref"))
                ? Stream.of()
                : Stream.of(file + " has another client_ref than was acknowledged");
    }
}
