package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.OrderState.Line;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One entry of a history, with the order before and after it. */
record Step(JsonNode entry, OrderState before, OrderState after) {

    static List<Step> replay(List<JsonNode> history) {
        List<Step> steps = new ArrayList<>();
        OrderState state = OrderState.NOTHING;
        for (JsonNode entry : history) {
            steps.add(new Step(entry, state, state.after(entry)));
            state = steps.getLast().after();
        }
        return steps;
    }

    long version() {
        return entry.path("version").asLong();
    }

    String action() {
        return entry.path("action").asText();
    }

    Instant at() {
        return OffsetDateTime.parse(entry.path("at").asText()).toInstant();
    }

    boolean is(String action) {
        return action().equals(action);
    }

    /** Whoever approved; null for nobody. */
    Long approver() {
        return Json.has(entry, "approved_by")
                ? Long.valueOf(entry.at("/approved_by/staff_id").asLong())
                : null;
    }

    /** Who did it; null for payments-service. */
    Long by() {
        return Json.has(entry, "by") ? Long.valueOf(entry.at("/by/staff_id").asLong()) : null;
    }

    /** Items that are new or changed, as they are afterwards. */
    Stream<Line> lines() {
        return Json.each(entry.at("/changes/items")).map(Line::of);
    }

    /** The item's state as the entry says it was before; null for a new item. */
    String stateBefore(Line line) {
        return Json.each(entry.at("/changes/items"))
                .filter(each -> each.path("item_id").asLong() == line.itemId())
                .findFirst()
                .map(each -> each.path("state_before").asText(null))
                .orElse(null);
    }

    /** Items that are new on this order. */
    Stream<Line> fresh() {
        return lines().filter(line -> !before.items().containsKey(line.itemId()));
    }

    @Override
    public String toString() {
        return "version " + version() + " (" + action() + ")";
    }
}
