package io.brigade.platform.event;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** One committed event, ready to be relayed. */
record OutboxRow(
        String eventId,
        long xid,
        long seq,
        String type,
        long restaurantId,
        OffsetDateTime occurredAt,
        String topics,
        String data,
        Origin origin) {

    static OutboxRow from(Row row, String service) {
        long seq = row.getLong("seq");
        return new OutboxRow(
                service + "-" + seq,
                Long.parseLong(row.getString("xid")),
                seq,
                row.getString("type"),
                row.getLong("restaurant_id"),
                row.getOffsetDateTime("occurred_at"),
                row.getString("topics"),
                row.getString("data"),
                new Origin(row.getString("traceparent"), row.getString("request_id")));
    }

    List<String> fields() {
        return List.of(
                eventId,
                type,
                Long.toString(restaurantId),
                ISO_OFFSET_DATE_TIME.format(occurredAt),
                topics,
                data,
                Objects.requireNonNullElse(origin.traceparent(), ""),
                Objects.requireNonNullElse(origin.requestId(), ""));
    }
}
