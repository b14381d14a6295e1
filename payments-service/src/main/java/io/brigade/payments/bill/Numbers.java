package io.brigade.payments.bill;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;

/** Numbers that count from 1 without a gap within a restaurant. */
public final class Numbers {

    private static final String NEXT = """
            INSERT INTO numbers AS n (restaurant_id, name, last) VALUES ($1, $2, 1)
            ON CONFLICT (restaurant_id, name) DO UPDATE SET last = n.last + 1
            RETURNING last""";

    private Numbers() {}

    /** The next one; it is given back when the transaction does not commit, and others wait for that. */
    public static Uni<Long> next(Transaction transaction, long restaurantId, String name) {
        return transaction
                .first(NEXT, List.of(restaurantId, name))
                .map(row -> ((Number) Objects.requireNonNull(row).getFirst()).longValue());
    }
}
