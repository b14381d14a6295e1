package io.brigade.system.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** An order as it is when the round is over, with its history and its bill. */
public record OrderFile(JsonNode order, List<JsonNode> history, JsonNode bill) {

    public long id() {
        return order.path("order_id").asLong();
    }

    long version() {
        return order.path("version").asLong();
    }

    public String status() {
        return order.path("status").asText();
    }

    public long totalCents() {
        return order.path("total_cents").asLong();
    }

    Stream<JsonNode> items() {
        return Json.each(order.path("items"));
    }

    /** Its history, played step by step. */
    List<Step> steps() {
        return Step.replay(history);
    }

    @Override
    public String toString() {
        return "order " + id();
    }
}
