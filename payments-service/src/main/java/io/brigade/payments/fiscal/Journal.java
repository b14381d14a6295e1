package io.brigade.payments.fiscal;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;

/** The fiscal journal of a restaurant: chained, signed, never changed (CGI art. 286 I 3° bis). */
public interface Journal {

    /**
     * Appends an entry in the transaction of what it tells of. Locks the head of the restaurant's chain until the
     * transaction ends.
     */
    Uni<Written> append(Transaction transaction, NewEntry entry);

    /**
     * Where an entry stands in its chain.
     *
     * @param number counts from 1 without a gap
     * @param hash of the entry, and so of everything before it: SHA-256, in hexadecimal digits
     */
    record Written(long number, String hash) {}
}
