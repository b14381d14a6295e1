package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.OrderState.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No item is lost or doubled: what was acknowledged is on the order that it was added to, and whatever was voided, moved,
 * merged and split afterwards, every item is on exactly one order and the quantities are those that were ordered.
 */
final class EveryItemIsAccountedFor implements Invariant {

    private static final Set<String> ORDERED = Set.of("CREATED", "ITEMS_ADDED");
    private static final Set<String> CHANGES_QUANTITIES =
            Set.of("CREATED", "ITEMS_ADDED", "ITEM_CHANGED", "MERGED", "SPLIT");

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        return Stream.of(
                        acknowledged(evidence),
                        onExactlyOneOrder(evidence),
                        kept(evidence),
                        changedInPassing(evidence),
                        sums(evidence))
                .flatMap(findings -> findings);
    }

    private static Stream<String> acknowledged(Evidence evidence) {
        Map<Long, OrderFile> orders = evidence.byId();
        return evidence.effects()
                .filter(exchange -> exchange.placed() || exchange.added())
                .filter(exchange ->
                        orders.containsKey(exchange.json().path("order_id").asLong()))
                .flatMap(exchange -> acknowledged(
                        exchange, orders.get(exchange.json().path("order_id").asLong())));
    }

    private static Stream<String> acknowledged(Exchange exchange, OrderFile file) {
        int wanted = quantityWanted(exchange);
        int noted = file.steps().stream()
                .filter(step ->
                        step.version() == exchange.json().path("version").asLong())
                .filter(step -> ORDERED.contains(step.action()))
                .flatMap(Step::fresh)
                .mapToInt(Line::quantity)
                .sum();
        return wanted == 0 || wanted == noted
                ? Stream.of()
                : Stream.of(
                        file + " has " + noted + " in its history where " + wanted + " were acknowledged: " + exchange);
    }

    /** What is new: items that were there already, under the same uid, are not. */
    private static int quantityWanted(Exchange exchange) {
        Set<String> there = Json.each(exchange.json().path("differences"))
                .filter(difference -> difference.path("kind").asText().equals("ALREADY_THERE"))
                .map(difference -> difference.path("uid").asText())
                .collect(Collectors.toSet());
        return Json.each(Json.of(exchange.body()).path("items"))
                .filter(item -> !there.contains(item.path("uid").asText()))
                .mapToInt(item -> item.path("quantity").asInt()
                        * Math.max(1, item.path("choices").size()))
                .sum();
    }

    private static Stream<String> onExactlyOneOrder(Evidence evidence) {
        Map<Long, Integer> places = new HashMap<>();
        evidence.orders().stream()
                .flatMap(OrderFile::items)
                .forEach(item -> places.merge(item.path("item_id").asLong(), 1, Integer::sum));
        Set<Long> everNoted = evidence.orders().stream()
                .flatMap(file -> file.steps().stream())
                .flatMap(Step::lines)
                .map(Line::itemId)
                .collect(Collectors.toSet());
        return Stream.concat(
                places.entrySet().stream()
                        .filter(item -> item.getValue() > 1)
                        .map(item -> "item " + item.getKey() + " is on " + item.getValue() + " orders"),
                everNoted.stream()
                        .filter(item -> !places.containsKey(item))
                        .map(item -> "item " + item + " is on no order"));
    }

    /** An item keeps its dish, its name and its uid wherever it goes. */
    private static Stream<String> kept(Evidence evidence) {
        Map<Long, JsonNode> items = evidence.orders().stream()
                .flatMap(OrderFile::items)
                .collect(Collectors.toMap(item -> item.path("item_id").asLong(), item -> item, (one, _) -> one));
        return evidence.effects()
                .filter(exchange -> exchange.placed() || exchange.added())
                .flatMap(exchange -> Json.each(exchange.json().path("items")))
                .filter(item -> items.containsKey(item.path("item_id").asLong()))
                .filter(item -> Stream.of("dish_id", "name", "uid", "formule").anyMatch(field -> !item.path(field)
                        .equals(items.get(item.path("item_id").asLong()).path(field))))
                .map(item -> "item " + item.path("item_id") + " was acknowledged as another: " + item)
                .distinct();
    }

    private static Stream<String> changedInPassing(Evidence evidence) {
        return evidence.orders().stream().flatMap(file -> file.steps().stream()
                .filter(step -> !CHANGES_QUANTITIES.contains(step.action()))
                .filter(step -> step.before().quantity() != step.after().quantity())
                .map(step -> file + ", " + step + " made " + step.after().quantity() + " of "
                        + step.before().quantity()));
    }

    /** Merging and splitting move quantities; over all orders there is what was ordered. */
    private static Stream<String> sums(Evidence evidence) {
        List<Step> steps = evidence.orders().stream()
                .flatMap(file -> file.steps().stream())
                .toList();
        int ordered = steps.stream()
                .filter(step -> ORDERED.contains(step.action()) || step.is("ITEM_CHANGED"))
                .mapToInt(step -> step.after().quantity() - step.before().quantity())
                .sum();
        int there = evidence.orders().stream()
                .flatMap(OrderFile::items)
                .mapToInt(item -> item.path("quantity").asInt())
                .sum();
        return ordered == there
                ? Stream.of()
                : Stream.of(ordered + " were ordered, and " + there + " are on all orders together");
    }
}
