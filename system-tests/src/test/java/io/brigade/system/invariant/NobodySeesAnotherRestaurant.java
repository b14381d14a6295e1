package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invariant 7: nobody reads or writes across restaurants. What belongs to another one is answered as if it were not there. */
final class NobodySeesAnotherRestaurant implements Invariant {

    private static final Pattern ORDER = Pattern.compile("/api/(?:orders|bills)/([^/]+).*");
    private static final Pattern ITEM = Pattern.compile("/api/kitchen/items/([^/]+)/.*");
    private static final int NOT_THERE = 404;
    private static final int AWAY = 503;

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<String, Long> owners = owners(evidence);
        Stream<String> reached = evidence.journal().stream()
                .filter(exchange -> named(exchange).anyMatch(thing -> !owners.getOrDefault(
                                thing, exchange.who().restaurantId())
                        .equals(exchange.who().restaurantId())))
                .filter(exchange -> exchange.status() != NOT_THERE && exchange.status() != AWAY)
                .map(exchange -> "something of another restaurant was answered: " + exchange);
        Stream<String> shown = evidence.journal().stream()
                .filter(Exchange::isAcknowledged)
                .filter(NobodySeesAnotherRestaurant::showsAnother)
                .map(exchange -> "an answer shows another restaurant: " + exchange);
        return Stream.concat(reached, shown);
    }

    private static Map<String, Long> owners(Evidence evidence) {
        return evidence.orders().stream()
                .flatMap(file -> Stream.concat(
                                Stream.of(
                                        "order " + file.id(),
                                        "order "
                                                + file.order()
                                                        .path("client_ref")
                                                        .asText()),
                                file.items()
                                        .map(item ->
                                                "item " + item.path("item_id").asText()))
                        .map(thing -> Map.entry(
                                thing, file.order().path("restaurant_id").asLong())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    /** The orders and items that a request names. */
    private static Stream<String> named(Exchange exchange) {
        JsonNode body = exchange.body() == null ? Json.of("{}") : Json.of(exchange.body());
        return Stream.of(
                        found(ORDER, exchange, "order "),
                        found(ITEM, exchange, "item "),
                        Stream.of("order_id", "from_order_id")
                                .map(field -> "order " + body.path(field).asText()))
                .flatMap(Function.identity());
    }

    private static Stream<String> found(Pattern pattern, Exchange exchange, String kind) {
        Matcher matcher = pattern.matcher(exchange.path());
        return matcher.matches() ? Stream.of(kind + matcher.group(1)) : Stream.of();
    }

    private static boolean showsAnother(Exchange exchange) {
        List<JsonNode> restaurants = exchange.json().findValues("restaurant_id");
        return restaurants.stream().anyMatch(id -> id.asLong() != exchange.who().restaurantId());
    }
}
