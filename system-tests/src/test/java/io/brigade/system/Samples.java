package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.brigade.openapi.Operation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values that a document's schemas allow, drawn at random; ids are mostly those of things that exist. */
final class Samples {

    private static final int DEEPEST = 6;

    private final Operation operation;
    private final Map<String, String> things;
    private final Random random;

    Samples(Operation operation, Map<String, String> things, Random random) {
        this.operation = operation;
        this.things = things;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return Call.about(things, of("", schema, 0));
    }

    /** A value of a parameter, as it stands in an address. */
    String text(String name, JsonNode schema) {
        String thing = things.get(name);
        return thing != null && random.nextInt(10) > 0
                ? thing
                : of(name, schema, 0).asText();
    }

    private JsonNode of(String name, JsonNode reference, int depth) {
        JsonNode schema = operation.resolved(reference);
        if (schema.path("nullable").asBoolean() && (depth > DEEPEST || chance(30))) {
            return NullNode.getInstance();
        }
        if (name.equals("staff_code")) { // people of other tests are not locked out
            return TextNode.valueOf("ZZ" + random.nextInt(1_000_000));
        }
        JsonNode choices = schema.has("enum") ? schema.path("enum") : schema.path("x-extensible-enum");
        if (!choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size()));
        }
        if (schema.has("allOf")) {
            return of(name, schema.path("allOf").path(0), depth + 1);
        }
        boolean simple = !schema.has("items") && !schema.has("properties");
        return schema.has("example") && (schema.has("pattern") || (simple && chance(40)))
                ? schema.path("example")
                : ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> LongNode.valueOf(number(schema));
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            default -> TextNode.valueOf(string(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Device.JSON.createObjectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).toList();
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || chance(50)) {
                object.set(field.getKey(), of(field.getKey(), field.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            object.set("en", of("", schema.path("additionalProperties"), depth + 1));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Device.JSON.createArrayNode();
        int size = Math.max(schema.path("minItems").asInt(0), random.nextInt(3));
        for (int i = 0; i < size && depth < DEEPEST; i++) {
            array.add(of("", schema.path("items"), depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(1);
        long most = schema.path("maximum").asLong(least + 5_000);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextLong(least, Math.max(least, most) + 1);
        };
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" ->
                LocalDate.now(ZoneOffset.UTC).plusDays(random.nextInt(-40, 3)).toString();
            case "date-time" ->
                OffsetDateTime.now(ZoneOffset.UTC)
                        .plusMinutes(random.nextInt(-600, 600))
                        .toString();
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> length(schema);
        };
    }

    private String length(JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(40), 500);
        int length = chance(20) ? most : random.nextInt(least, Math.max(least, most) + 1);
        return "Crêpe à l'œuf ".repeat(length / 14 + 1).substring(0, length);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
