package io.brigade.orders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change made different; what is absent stayed as it was. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What a change made different, as it was afterwards; what is absent stayed as it was.")
public record Changes(
        @Nullable OrderStatus status,
        @Schema(examples = "4") @Nullable Long tableId,
        @Schema(examples = "2") @Nullable Integer covers,
        @Nullable Person waiter,
        @Nullable Customer customer,
        @Nullable OffsetDateTime dueAt,

        @Schema(description = "What it has no more: covers, customer or due_at.", examples = "[\"covers\"]") @Nullable List<String> cleared,

        @Schema(description = "The order that took its items over.", examples = "79") @Nullable Long mergedInto,

        @Schema(description = "Of the order, afterwards.", examples = "5850")
        long totalCents,

        @Schema(description = "All discounts that there were afterwards.") @Nullable List<Discount> discounts,

        @Schema(description = "New items, and those that changed.")
        List<Line> items,

        @Schema(description = "Items that went to another order.", examples = "[312]")
        List<Long> itemsGone) {

    /** An item that is new or changed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Schema(examples = "311") long itemId,
            @Schema(examples = "Entrecôte grillée") String name,
            @Schema(examples = "1") int quantity,
            @Schema(examples = "2650") long unitPriceCents,

            @Schema(description = "Absent for a new item.") @Nullable ItemState stateBefore,

            ItemState state) {}
}
