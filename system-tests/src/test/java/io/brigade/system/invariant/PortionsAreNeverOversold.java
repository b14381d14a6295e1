package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.OrderState.Line;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of a dish of which only so many are left, no more are sold; what was voided before it was begun may be sold again. */
final class PortionsAreNeverOversold implements Invariant {

    private static final Set<String> BEGUN = Set.of("PREPARING", "READY", "SERVED");

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, Long> sold = evidence.orders().stream()
                .flatMap(file -> file.items().filter(item -> isSold(file, item)))
                .collect(Collectors.groupingBy(
                        item -> item.path("dish_id").asLong(),
                        Collectors.summingLong(item -> item.path("quantity").asLong())));
        return evidence.counted().entrySet().stream()
                .filter(dish -> sold.getOrDefault(dish.getKey(), 0L) > dish.getValue())
                .map(dish -> "dish " + dish.getKey() + " had " + dish.getValue() + " portions, and "
                        + sold.get(dish.getKey()) + " were sold");
    }

    private static boolean isSold(OrderFile file, JsonNode item) {
        Line line = Line.of(item);
        return !line.isVoided() || file.steps().stream().anyMatch(step -> wasBegun(step, line.itemId()));
    }

    /** Whether the step voided the item, or made it as the voided part of another one, after the kitchen had begun. */
    private static boolean wasBegun(Step step, long itemId) {
        boolean voided = step.lines().anyMatch(line -> line.itemId() == itemId && line.isVoided());
        boolean whole = step.before().items().containsKey(itemId);
        return voided
                && step.lines()
                        .filter(line -> !whole || line.itemId() == itemId)
                        .map(line -> step.before().items().get(line.itemId()))
                        .filter(Objects::nonNull)
                        .anyMatch(known -> BEGUN.contains(known.state()));
    }
}
