package io.brigade.payments.report;

import io.brigade.payments.book.Book;
import io.brigade.payments.book.Taking;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.report.Losses.Loss;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts credits: what was paid back although it was owed. */
@ApplicationScoped
class CreditLosses implements Book {

    private final Losses losses;

    @Inject
    CreditLosses(Losses losses) {
        this.losses = losses;
    }

    @Override
    public Uni<Void> ticket(Transaction transaction, Ticket ticket) {
        return ticket.kind() == Ticket.Kind.CREDIT
                ? losses.add(
                        transaction,
                        new Loss(
                                ticket.restaurantId(),
                                ticket.businessDate(),
                                LossKind.CREDIT,
                                ticket.cashier(),
                                null,
                                -ticket.totalCents()))
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> taking(Transaction transaction, Taking taking) {
        return Uni.createFrom().voidItem();
    }
}
