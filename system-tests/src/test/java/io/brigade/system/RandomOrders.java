package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What guests ask for: dishes of the carte with the options they need, and set menus. */
final class RandomOrders {

    private static final List<String> ALLERGENS = List.of("GLUTEN", "NUTS", "MILK", "EGGS");

    private final List<JsonNode> dishes;
    private final List<JsonNode> formules;
    private final Map<Long, JsonNode> groups;

    RandomOrders(JsonNode carte) {
        dishes = Json.each(carte.path("categories"))
                .flatMap(category -> Json.each(category.path("dishes")))
                .toList();
        formules = Json.each(carte.path("formules")).toList();
        groups = Json.each(carte.path("option_groups"))
                .collect(Collectors.toMap(group -> group.path("option_group_id").asLong(), Function.identity()));
    }

    /** So many dishes, now and then a set menu. */
    List<Map<String, Object>> items(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> random.nextInt(10) == 0 && !formules.isEmpty()
                        ? formule(random, pick(random, formules))
                        : dish(random, pick(random, dishes)))
                .toList();
    }

    /** That dish, once or up to three times. */
    Map<String, Object> dish(Random random, long dishId) {
        return dish(
                random,
                dishes.stream()
                        .filter(dish -> dish.path("dish_id").asLong() == dishId)
                        .findFirst()
                        .orElseThrow());
    }

    private Map<String, Object> dish(Random random, JsonNode dish) {
        Map<String, Object> item = line(random);
        item.put("dish_id", dish.path("dish_id").asLong());
        item.put("options", options(random, dish));
        if (random.nextInt(4) == 0) {
            item.put("seen_price_cents", dish.path("unit_price_cents").asLong() + (random.nextBoolean() ? 100 : 0));
        }
        if (random.nextInt(8) == 0) {
            item.put("allergies", List.of(pick(random, ALLERGENS)));
        }
        return item;
    }

    private Map<String, Object> formule(Random random, JsonNode formule) {
        Map<String, Object> item = line(random);
        item.put("formule_id", formule.path("formule_id").asLong());
        item.put(
                "choices",
                Json.each(formule.path("steps"))
                        .flatMap(step -> choices(random, step))
                        .toList());
        return item;
    }

    private Stream<Map<String, Object>> choices(Random random, JsonNode step) {
        List<JsonNode> choices = Json.each(step.path("choices")).toList();
        return IntStream.range(0, step.path("min").asInt()).mapToObj(_ -> {
            long dishId = pick(random, choices).path("dish_id").asLong();
            JsonNode dish = dishes.stream()
                    .filter(each -> each.path("dish_id").asLong() == dishId)
                    .findFirst()
                    .orElseThrow();
            return Map.of("dish_id", dishId, "options", options(random, dish));
        });
    }

    private static Map<String, Object> line(Random random) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("quantity", 1 + random.nextInt(3));
        item.put("uid", new UUID(random.nextLong(), random.nextLong()).toString());
        item.put("hold", random.nextInt(5) < 2);
        if (random.nextBoolean()) {
            item.put("seat", 1 + random.nextInt(4));
        }
        if (random.nextInt(5) == 0) {
            item.put("note", "sans sel");
        }
        return item;
    }

    private List<Long> options(Random random, JsonNode dish) {
        return Json.each(dish.path("option_group_ids"))
                .map(id -> groups.get(id.asLong()))
                .flatMap(group -> {
                    List<JsonNode> options = Json.each(group.path("options")).toList();
                    int offset = random.nextInt(options.size());
                    return IntStream.range(0, group.path("min").asInt())
                            .mapToObj(i -> options.get((offset + i) % options.size()))
                            .map(option -> option.path("option_id").asLong());
                })
                .toList();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
