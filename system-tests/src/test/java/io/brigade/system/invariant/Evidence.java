package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a round left behind.
 *
 * @param journal every request of every device with its answer, those that were sent again included
 * @param orders all orders of the round
 * @param floor events that a floor display was shown, as they came, duplicates included
 * @param counted dishes whose portions were set once in the round, and to how many
 * @param problems documented problem codes and their statuses
 * @param longestEventDelay how long one service may not have known what another one did
 */
public record Evidence(
        List<Exchange> journal,
        List<OrderFile> orders,
        List<JsonNode> floor,
        Map<Long, Integer> counted,
        Map<String, Integer> problems,
        Duration longestEventDelay) {

    /** One answer of each write that was acknowledged, however often it was sent. */
    public Stream<Exchange> effects() {
        Map<String, Exchange> first = new LinkedHashMap<>();
        journal.stream()
                .filter(Exchange::isAcknowledged)
                .filter(exchange -> !exchange.method().equals("GET"))
                .forEach(exchange -> first.putIfAbsent(
                        exchange.key() == null ? "unkeyed " + first.size() : exchange.scope(), exchange));
        return first.values().stream();
    }

    /** The orders by id. */
    public Map<Long, OrderFile> byId() {
        return orders.stream().collect(Collectors.toMap(OrderFile::id, file -> file, (one, _) -> one));
    }

    /** Payments in the sequence in which they were captured, those of an order one after another. */
    public Map<Long, List<Exchange>> paymentsByOrder() {
        return effects()
                .filter(Exchange::paid)
                .sorted((one, other) -> Long.compare(paymentId(one), paymentId(other)))
                .collect(Collectors.groupingBy(
                        payment -> payment.json().path("order_id").asLong()));
    }

    public static long paymentId(Exchange payment) {
        return payment.json().path("payment_id").asLong();
    }

    /** The people who were at work, by staff id. */
    Map<Long, Who> people() {
        return journal.stream().map(Exchange::who).collect(Collectors.toMap(Who::staffId, who -> who, (one, _) -> one));
    }
}
