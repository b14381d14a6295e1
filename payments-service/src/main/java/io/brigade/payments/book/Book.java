package io.brigade.payments.book;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;

/** Writes down what happens to money, in the transaction in which it happens: both commit or neither. */
public interface Book {

    /** Something was sold or credited. */
    Uni<Void> ticket(Transaction transaction, Ticket ticket);

    /** Money came in or went back. */
    Uni<Void> taking(Transaction transaction, Taking taking);
}
