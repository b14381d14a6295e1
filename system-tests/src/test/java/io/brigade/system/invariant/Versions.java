package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** Every version of every order as the floor display was shown it. */
record Versions(Map<Long, Map<Long, JsonNode>> byOrder) {

    static Versions of(Evidence evidence) {
        Map<Long, Map<Long, JsonNode>> versions = new HashMap<>();
        for (JsonNode event : evidence.floor()) {
            JsonNode order = event.path("data");
            if (event.path("type").asText().startsWith("order.")) {
                versions.computeIfAbsent(order.path("order_id").asLong(), _ -> new HashMap<>())
                        .put(order.path("version").asLong(), order);
            }
        }
        return new Versions(versions);
    }

    /** The order at that version; a missing node if it was not shown. */
    JsonNode view(long orderId, long version) {
        return byOrder.getOrDefault(orderId, Map.of()).getOrDefault(version, MissingNode.getInstance());
    }
}
