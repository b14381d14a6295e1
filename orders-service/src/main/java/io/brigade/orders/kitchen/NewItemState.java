package io.brigade.orders.kitchen;

import io.brigade.orders.order.ItemState;
import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state that an item goes to. Sending and voiding are the waiter's and have calls of their own. */
public record NewItemState(
        @NotNull @Schema(description = "PREPARING, READY or SERVED.", examples = "READY")
        ItemState state) {

    private static final Set<ItemState> ALLOWED = Set.of(ItemState.PREPARING, ItemState.READY, ItemState.SERVED);

    /** Fails with 400 for a state that is not the kitchen's to give. */
    static void requireKitchenState(ItemState state) {
        if (!ALLOWED.contains(state)) {
            throw ProblemException.invalid("state", "must be one of [PREPARING, READY, SERVED]");
        }
    }
}
