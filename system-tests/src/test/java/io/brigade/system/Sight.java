package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.Exchange;
import io.brigade.system.invariant.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the people of a round know of their orders from answers: often too old by the time they act on it. */
final class Sight {

    private final Map<Long, JsonNode> orders = new ConcurrentHashMap<>();
    private final long after;

    /** Only of orders with greater numbers: what is older belongs to others. */
    Sight(long after) {
        this.after = after;
    }

    /** Every order that the answer shows, unless a later version was seen. */
    void learn(Exchange exchange) {
        JsonNode answer = exchange.json();
        Stream.of(answer, answer.path("order"), answer.path("new_order"), answer.path("current"))
                .filter(order -> order.has("items") && order.path("order_id").asLong() > after)
                .forEach(order -> orders.merge(order.path("order_id").asLong(), order, Sight::later));
    }

    private static JsonNode later(JsonNode one, JsonNode other) {
        return one.path("version").asLong() > other.path("version").asLong() ? one : other;
    }

    Optional<JsonNode> open(Random random) {
        return order(random, order -> order.path("status").asText().equals("OPEN"));
    }

    Optional<JsonNode> any(Random random) {
        return order(random, _ -> true);
    }

    Optional<JsonNode> order(Random random, Predicate<JsonNode> which) {
        return one(random, orders.values().stream().filter(which).toList());
    }

    int openOrders() {
        return (int) orders.values().stream()
                .filter(order -> order.path("status").asText().equals("OPEN"))
                .count();
    }

    static Optional<JsonNode> item(JsonNode order, Random random, String... states) {
        List<String> wanted = List.of(states);
        return one(
                random,
                Json.each(order.path("items"))
                        .filter(item -> wanted.isEmpty()
                                || wanted.contains(item.path("state").asText()))
                        .toList());
    }

    private static Optional<JsonNode> one(Random random, List<JsonNode> nodes) {
        return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.get(random.nextInt(nodes.size())));
    }
}
