package io.brigade.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.stream.StreamMessage;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * An event as the stream carries it.
 *
 * @param id position in the stream: later events have greater ids ({@code milliseconds-sequence})
 * @param eventId the same however often the event is delivered
 * @param occurredAt RFC 3339
 * @param data JSON
 * @param origin the request that made it happen
 */
public record StreamEvent(
        String id,
        String eventId,
        String type,
        long restaurantId,
        String occurredAt,
        Set<String> topics,
        String data,
        Origin origin) {

    static StreamEvent from(StreamMessage<String, String, String> message) {
        Map<String, String> fields = message.payload();
        return new StreamEvent(
                message.id(),
                field(fields, "event_id"),
                field(fields, "type"),
                Long.parseLong(field(fields, "restaurant_id")),
                field(fields, "occurred_at"),
                Set.of(field(fields, "topics").split(" ")),
                field(fields, "data"),
                Origin.of(fields.get("traceparent"), fields.get("request_id")));
    }

    /** When it happened, in milliseconds since 1970. */
    public long occurredAtMs() {
        return OffsetDateTime.parse(occurredAt).toInstant().toEpochMilli();
    }

    /** The data as the reader's own record of the few fields that it needs. */
    public <T> T read(ObjectMapper json, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(data);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(
                    "event " + eventId + " is not readable as " + type.getName(), unreadable);
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an event lacks the field " + name);
        }
        return value;
    }
}
