package io.brigade.orders.order;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes to an order of its own: items or parts of their quantity, or all that these seats have. */
public record SplitRequest(
        @Size(min = 1, max = 100) @Nullable List<@NotNull @Valid Part> items,

        @Size(min = 1, max = 99) @Nullable @Schema(examples = "[2, 3]")
        List<@NotNull @Min(1) @Max(99) Integer> seats,

        @Nullable @Schema(description = "The same table if absent.", examples = "4")
        Long tableId) {

    /** An item, or some of it. */
    public record Part(
            @NotNull @Schema(examples = "311") Long itemId,

            @Min(1) @Max(99) @Nullable @Schema(description = "All of it if absent.", examples = "1")
            Integer quantity) {}

    /** How many lines may become two. */
    int parts() {
        return items == null ? 0 : items.size();
    }

    /** How many go of which item; fails with 400 when it is not said or nothing goes. */
    Map<Long, Integer> quantities(Order order) {
        if ((items == null) == (seats == null)) {
            throw ProblemException.invalid("items", "either items or seats are required");
        }
        Map<Long, Integer> quantities = new LinkedHashMap<>();
        if (items != null) {
            items.forEach(part -> put(quantities, order.item(part.itemId()), part.quantity()));
        }
        if (seats != null) {
            order.items().stream()
                    .filter(item -> item.seat() != null && seats.contains(item.seat()) && !item.isVoided())
                    .forEach(item -> quantities.put(item.itemId(), item.quantity()));
        }
        if (quantities.isEmpty()) {
            throw ProblemException.invalid("seats", "nothing was ordered for them");
        }
        return quantities;
    }

    private static void put(Map<Long, Integer> quantities, OrderItem item, @Nullable Integer quantity) {
        if (quantities.put(item.itemId(), quantity == null ? item.quantity() : quantity) != null) {
            throw ProblemException.invalid("items", "item " + item.itemId() + " is named twice");
        }
    }
}
