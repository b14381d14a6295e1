package io.brigade.orders.order;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order. Name, price and VAT are those of the moment it was ordered, whatever the carte does later.
 *
 * @param uid the device's own name for it
 * @param version rises with every change of this line
 * @param unitPriceCents of one, options included
 * @param allergies what the guest must not eat
 * @param allergenWarning those of them that are in the dish
 * @param targetSeconds how long the kitchen should take
 * @param portionsSet the count of portions that it was taken from; null if the dish is not counted
 */
@RecordBuilder
public record OrderItem(
        long itemId,
        @Nullable UUID uid,
        int version,
        long dishId,
        String name,
        int quantity,
        long unitPriceCents,
        int vatRateBp,
        List<ChosenOption> options,
        @Nullable Formule formule,
        @Nullable String note,
        List<Allergen> allergies,
        List<Allergen> allergenWarning,
        int course,
        @Nullable Integer seat,
        String station,
        @Nullable Integer targetSeconds,
        @Nullable Long portionsSet,
        ItemState state,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime readyAt,
        @Nullable OffsetDateTime servedAt,
        @Nullable String voidReason)
        implements OrderItemBuilder.With {

    /** What it costs before discounts; nothing once voided. */
    public long grossCents() {
        return isVoided() ? 0 : quantity * unitPriceCents;
    }

    /** Whether it was taken off the order. */
    public boolean isVoided() {
        return state == ItemState.VOIDED;
    }

    /** In another state, reached at that time. */
    OrderItem in(ItemState next, OffsetDateTime at) {
        OrderItem changed = withState(next).withVersion(version + 1);
        return switch (next) {
            case HELD -> changed;
            case SENT -> changed.withSentAt(at);
            case PREPARING -> changed.withReadyAt(null);
            case READY ->
                changed.withReadyAt(state == ItemState.SERVED ? readyAt : at).withServedAt(null);
            case SERVED -> changed.withServedAt(at);
            case VOIDED -> changed;
        };
    }

    /** Taken off the order. A counted portion that the kitchen has begun does not come back. */
    OrderItem voided(String reason) {
        boolean begun = state != ItemState.HELD && state != ItemState.SENT;
        return withState(ItemState.VOIDED)
                .withVoidReason(reason)
                .withPortionsSet(begun ? null : portionsSet)
                .withVersion(version + 1);
    }

    /** The same with that quantity. */
    OrderItem of(int newQuantity) {
        return withQuantity(newQuantity).withVersion(version + 1);
    }

    /** The same on another order. */
    OrderItem moved() {
        return withVersion(version + 1);
    }

    /** A part of it as a line of its own. */
    OrderItem part(long newId, int partQuantity) {
        return withItemId(newId).withUid(null).withQuantity(partQuantity).withVersion(1);
    }
}
