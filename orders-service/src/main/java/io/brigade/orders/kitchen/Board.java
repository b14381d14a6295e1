package io.brigade.orders.kitchen;

import io.brigade.orders.order.ItemState;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a station still has to do, the longest waiting first. */
public record Board(@Schema(examples = "HOT") String station, List<Ticket> tickets) {

    /** The items of one order and course that were sent together. */
    public record Ticket(
            long orderId,

            @Schema(description = "Null for takeaway and delivery.", examples = "T4") @Nullable String tableName,

            int course,
            OffsetDateTime sentAt,
            String waiterName,
            List<Line> items) {}

    /** One thing to make. */
    public record Line(
            long itemId,
            @Schema(examples = "Entrecôte grillée") String name,
            int quantity,
            @Schema(examples = "[\"Saignant\"]") List<String> options,
            @Nullable String note,
            @Nullable Integer seat,
            ItemState state) {}
}
