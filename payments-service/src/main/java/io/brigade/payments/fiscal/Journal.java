package io.brigade.payments.fiscal;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The fiscal journal of a restaurant: chained, signed, never changed (CGI art. 286 I 3° bis). */
public interface Journal {

    /**
     * Locks the head of the restaurant's chain until the transaction ends. All tills of the restaurant wait for it: take
     * the turn when the rest is done. Tickets are numbered, added up and posted by whoever has it.
     */
    Uni<Turn> turn(Transaction transaction, long restaurantId);

    /** Appends entries of one restaurant in the transaction of what they tell of; takes the turn for it. */
    default Uni<List<Written>> append(Transaction transaction, List<NewEntry> entries) {
        return turn(transaction, entries.getFirst().restaurantId()).chain(turn -> turn.append(entries));
    }

    /** The same with one, when the transaction has done all the rest. */
    default void appendLast(Transaction transaction, NewEntry entry) {
        transaction.beforeCommit(() -> append(transaction, entry).replaceWithVoid());
    }

    /** The same with one, at once. */
    default Uni<Written> append(Transaction transaction, NewEntry entry) {
        return append(transaction, List.of(entry)).map(List::getFirst);
    }

    /** A restaurant's turn to write into its chain. */
    interface Turn {

        /** Whether what the restaurant sells is practice: marked on paper, and no business of accountants. */
        boolean isTraining();

        /** Appends entries; once in a turn. */
        Uni<List<Written>> append(List<NewEntry> entries);
    }

    /**
     * Where an entry stands in its chain.
     *
     * @param number counts from 1 without a gap
     * @param hash of the entry, and so of everything before it: SHA-256, in hexadecimal digits
     */
    record Written(long number, String hash) {}
}
