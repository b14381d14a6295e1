package io.brigade.payments.fiscal;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;

/** The fiscal journal of a restaurant: chained, signed, never changed (CGI art. 286 I 3° bis). */
public interface Journal {

    /**
     * Appends an entry in the transaction of what it tells of. Locks the head of the restaurant's chain until the
     * transaction ends.
     *
     * @return the entry's number, counted from 1 without a gap
     */
    Uni<Long> append(Transaction transaction, NewEntry entry);
}
