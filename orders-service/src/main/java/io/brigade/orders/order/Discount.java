package io.brigade.orders.order;

import io.brigade.platform.security.Person;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something taken off an item or off the whole order.
 *
 * @param discountNo names it within its order
 * @param itemId null: off the whole order
 * @param amountCents at most this; null for a share or a comp of whatever there is
 */
@RecordBuilder
public record Discount(
        @Schema(description = "Names it within the order.", examples = "1")
        int discountNo,

        @Schema(description = "Null: off the whole order.", examples = "311") @Nullable Long itemId,

        DiscountKind kind,

        @Schema(description = "Of a PERCENT: basis points, 1000 is 10 %.", examples = "1000") @Nullable Integer percentBp,

        @Schema(description = "Of an AMOUNT, and of whatever was moved to another order: the most it takes off.")
        @Nullable Long amountCents,

        @Schema(examples = "Attente trop longue") String reason,
        Person givenBy,
        @Nullable Person approvedBy,
        OffsetDateTime givenAt)
        implements DiscountBuilder.With {

    private static final long WHOLE_BP = 10_000;

    /** What it takes off that much, rounded half up to the cent; never more than there is. */
    long off(long cents) {
        if (amountCents != null) {
            return Math.min(amountCents, cents);
        }
        return percentBp == null ? cents : Math.floorDiv(2 * cents * percentBp + WHOLE_BP, 2 * WHOLE_BP);
    }
}
