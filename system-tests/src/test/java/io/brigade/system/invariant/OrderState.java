package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order as its history tells it.
 *
 * @param items by id
 */
record OrderState(
        String status,
        Long tableId,
        Integer covers,
        Long waiterId,
        long totalCents,
        boolean discounted,
        Map<Long, Line> items) {

    static final OrderState NOTHING = new OrderState("", null, null, null, 0, false, Map.of());

    /** An item as the history tells it. */
    record Line(long itemId, String name, int quantity, long unitPriceCents, String state) {

        static Line of(JsonNode line) {
            return new Line(
                    line.path("item_id").asLong(),
                    line.path("name").asText(),
                    line.path("quantity").asInt(),
                    line.path("unit_price_cents").asLong(),
                    line.path("state").asText());
        }

        boolean isVoided() {
            return state.equals("VOIDED");
        }

        long grossCents() {
            return isVoided() ? 0 : quantity * unitPriceCents;
        }
    }

    /** After what a history entry tells. */
    OrderState after(JsonNode entry) {
        JsonNode changes = entry.path("changes");
        Map<Long, Line> next = new TreeMap<>(items);
        Json.each(changes.path("items_gone")).forEach(gone -> next.remove(gone.asLong()));
        Json.each(changes.path("items")).map(Line::of).forEach(line -> next.put(line.itemId(), line));
        return new OrderState(
                changes.path("status").asText(status),
                Json.has(changes, "table_id")
                        ? Long.valueOf(changes.path("table_id").asLong())
                        : tableId,
                Json.has(changes, "covers")
                        ? Integer.valueOf(changes.path("covers").asInt())
                        : covers,
                Json.has(changes, "waiter")
                        ? Long.valueOf(changes.at("/waiter/staff_id").asLong())
                        : waiterId,
                changes.path("total_cents").asLong(-1),
                discounted || changes.has("discounts"),
                next);
    }

    long grossCents() {
        return items.values().stream().mapToLong(Line::grossCents).sum();
    }

    /** Of everything that was ordered, what was voided included. */
    int quantity() {
        return items.values().stream().mapToInt(Line::quantity).sum();
    }
}
