package io.brigade.orders.order;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order. Name, price and VAT are those of the moment it was ordered, whatever the carte does later.
 *
 * @param unitPriceCents of one, options included
 */
public record OrderItem(
        long itemId,
        long dishId,
        String name,
        int quantity,
        long unitPriceCents,
        int vatRateBp,
        List<ChosenOption> options,
        @Nullable String note,
        int course,
        @Nullable Integer seat,
        String station,
        ItemState state,
        @Nullable OffsetDateTime sentAt) {

    /** What it adds to the total; nothing once voided. */
    public long totalCents() {
        return state == ItemState.VOIDED ? 0 : quantity * unitPriceCents;
    }

    OrderItem in(ItemState next) {
        return new OrderItem(
                itemId,
                dishId,
                name,
                quantity,
                unitPriceCents,
                vatRateBp,
                options,
                note,
                course,
                seat,
                station,
                next,
                sentAt);
    }
}
