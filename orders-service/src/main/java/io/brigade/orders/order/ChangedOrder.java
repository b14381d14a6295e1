package io.brigade.orders.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.brigade.platform.security.Person;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells: the order as it is, and beside its fields who changed it and what it came to before.
 *
 * @param changedBy null: payments-service
 * @param previousTotalCents null for a new order
 */
record ChangedOrder(
        @JsonUnwrapped OrderView order,
        @Nullable Person changedBy,
        @Nullable Person approvedBy,
        @Nullable Long previousTotalCents) {

    static ChangedOrder of(OrderChange change) {
        Order before = change.before();
        return new ChangedOrder(
                OrderView.of(change.after()),
                change.by(),
                change.approvedBy(),
                before == null ? null : before.totalCents());
    }
}
