package io.brigade.orders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is not as the device that asked for it had it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        Kind kind,

        @Schema(description = "The item that it is about.", examples = "311") @Nullable Long itemId,

        @Schema(description = "The device's own name for that item.") @Nullable UUID uid,

        @Schema(description = "Of PRICE_CHANGED: what the device showed.", examples = "2650") @Nullable Long seenCents,

        @Schema(description = "Of PRICE_CHANGED: what it costs.", examples = "2750") @Nullable Long unitPriceCents) {

    /** What differs. */
    public enum Kind {
        /** The price of one is not the one that the device showed. */
        PRICE_CHANGED,
        /** The order, or the item, was here before: nothing was added. */
        ALREADY_THERE
    }

    static Difference price(OrderItem item, long seenCents, long unitPriceCents) {
        return new Difference(Kind.PRICE_CHANGED, item.itemId(), item.uid(), seenCents, unitPriceCents);
    }

    static Difference alreadyThere(@Nullable Long itemId, UUID uid) {
        return new Difference(Kind.ALREADY_THERE, itemId, uid, null, null);
    }
}
