package io.brigade.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What two guests order from the carte: dishes by name, with the options that each requires. */
final class Dinner {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFERRED_OPTION = "Saignant";

    /** The course that waits until it is fired. */
    static final int MAIN_COURSE = 2;

    private final JsonNode menu;

    Dinner(JsonNode menu) {
        this.menu = menu;
    }

    /** The order for that table, as JSON. A busy house may have no free table: then it shares one. */
    String orderFor(long tableId) {
        var order = JSON.createObjectNode()
                .put("table_id", tableId)
                .put("additional", true)
                .put("covers", 2);
        var items = order.putArray("items");
        add(items, "Soupe à l'oignon gratinée", 2, 1, "");
        add(items, "Entrecôte grillée", 1, MAIN_COURSE, "sauce à part");
        add(items, "Verre de Morgon", 2, 1, "");
        return order.toString();
    }

    private void add(ArrayNode items, String name, int quantity, int course, String note) {
        var dish = dish(name);
        var item = items.addObject()
                .put("dish_id", dish.path("dish_id").asLong())
                .put("quantity", quantity)
                .put("course", course)
                .put("hold", course == MAIN_COURSE)
                .put("seat", 1);
        if (!note.isEmpty()) {
            item.put("note", note);
        }
        var options = item.putArray("options");
        stream(dish.path("option_group_ids"))
                .flatMap(id -> requiredOptions(optionGroup(id.asLong())))
                .forEach(option -> options.add(option.path("option_id").asLong()));
    }

    private JsonNode dish(String name) {
        return stream(menu.path("categories"))
                .flatMap(category -> stream(category.path("dishes")))
                .filter(dish -> dish.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new StepFailed("GET /api/menu", "the dish «" + name + "»", "a carte without it"));
    }

    private JsonNode optionGroup(long id) {
        return stream(menu.path("option_groups"))
                .filter(group -> group.path("option_group_id").asLong() == id)
                .findFirst()
                .orElseThrow(() -> new StepFailed("GET /api/menu", "option group " + id, "a carte without it"));
    }

    private static Stream<JsonNode> requiredOptions(JsonNode group) {
        return stream(group.path("options"))
                .sorted((one, other) -> Boolean.compare(isPreferred(other), isPreferred(one)))
                .limit(group.path("min").asLong());
    }

    private static boolean isPreferred(JsonNode option) {
        return option.path("name").asText().equals(PREFERRED_OPTION);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
