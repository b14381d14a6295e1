package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.brigade.openapi.Operation;
import java.util.Map;
import java.util.Objects;

/**
 * A request that an operation's document describes.
 *
 * @param body JSON; null when it has none
 */
record Call(String method, String path, JsonNode body) {

    /** Wrong PINs would lock out who has the example's code. */
    private static final JsonNode NOBODYS_CODE = TextNode.valueOf("ZZ0000");

    /** What fields of bodies call a thing, and paths call otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "from_order_id", "order_id",
            "waiter_id", "staff_id",
            "item_ids", "item_id",
            "job_ids", "job_id",
            "options", "option_id",
            "option_group_ids", "option_group_id",
            "oversees", "restaurant_id");

    /** The document's own example, about the things named. */
    static Call to(Operation operation, Map<String, String> inPath, Map<String, String> inBody) {
        String path = operation.path();
        for (String parameter : operation
                .parameters("path")
                .map(each -> each.path("name").asText())
                .toList()) {
            path = path.replace("{" + parameter + "}", Objects.requireNonNull(inPath.get(parameter), parameter));
        }
        return new Call(
                operation.method(),
                path,
                operation.bodyExample().map(example -> about(inBody, example)).orElse(null));
    }

    /** The same with another body, if it has one. */
    Call with(JsonNode other) {
        return new Call(method, path, body == null ? null : other);
    }

    /** The body with these things in the place of those that it names. */
    static JsonNode about(Map<String, String> things, JsonNode body) {
        JsonNode copy = body.deepCopy();
        fill(copy, things);
        return copy;
    }

    private static void fill(JsonNode node, Map<String, String> things) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(filled(field.getKey(), field.getValue(), things)));
        }
        node.forEach(child -> fill(child, things));
    }

    private static JsonNode filled(String field, JsonNode value, Map<String, String> things) {
        if (field.equals("staff_code")) {
            return NOBODYS_CODE;
        }
        String thing = things.get(OTHER_NAMES.getOrDefault(field, field));
        if (thing == null || !thing.matches("[0-9]+")) {
            return value;
        }
        JsonNode number = LongNode.valueOf(Long.parseLong(thing));
        boolean several = value.path(0).isIntegralNumber();
        return several ? Device.JSON.createArrayNode().add(number) : value.isIntegralNumber() ? number : value;
    }
}
