package io.brigade.orders.realtime;

import io.brigade.platform.event.StreamEvent;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The messages that a display gets. */
final class Messages {

    static final String SNAPSHOT_REQUIRED = "{\"type\":\"snapshot_required\"}";

    private Messages() {}

    /** The data is JSON already and goes out as it is. */
    static String event(StreamEvent event) {
        String envelope = new JsonObject()
                .put("id", event.id())
                .put("event_id", event.eventId())
                .put("type", event.type())
                .put("occurred_at", event.occurredAt())
                .put("restaurant_id", event.restaurantId())
                .encode();
        return envelope.substring(0, envelope.length() - 1) + ",\"data\":" + event.data() + "}";
    }

    /**
     * The answer to a subscription: from this position on nothing will be missed. It comes before what is replayed, so it
     * names where a screen was, not where it will be: a screen whose connection breaks again in between loses nothing.
     */
    static String subscribed(@Nullable String position) {
        return new JsonObject().put("type", "subscribed").put("id", position).encode();
    }

    static String error(String detail) {
        return new JsonObject()
                .put("type", "error")
                .put("code", "BAD_REQUEST")
                .put("detail", detail)
                .encode();
    }
}
