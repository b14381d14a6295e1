package io.brigade.orders.order;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an order as clients see it. */
public record ItemView(
        @Schema(examples = "311") long itemId,
        @Schema(examples = "12") long dishId,
        @Schema(examples = "Entrecôte grillée") String name,
        int quantity,

        @Schema(description = "Of one, options and VAT included.", examples = "2650")
        long unitPriceCents,

        long totalCents,

        @Schema(description = "Basis points: 1000 is 10 %.", examples = "1000")
        int vatRateBp,

        List<ChosenOption> options,
        @Nullable String note,
        int course,
        @Nullable Integer seat,
        @Schema(examples = "HOT") String station,
        ItemState state,
        @Nullable OffsetDateTime sentAt) {

    static ItemView of(OrderItem item) {
        return new ItemView(
                item.itemId(),
                item.dishId(),
                item.name(),
                item.quantity(),
                item.unitPriceCents(),
                item.totalCents(),
                item.vatRateBp(),
                item.options(),
                item.note(),
                item.course(),
                item.seat(),
                item.station(),
                item.state(),
                item.sentAt());
    }
}
