package io.brigade.payments.erp;

import io.brigade.payments.book.Book;
import io.brigade.payments.book.Taking;
import io.brigade.payments.book.Ticket;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The books: each ticket becomes one entry, which says what was received for it, too. Practice does not reach them. */
@ApplicationScoped
class Accounting implements Book {

    private final TicketPosting posting;
    private final EntryBook entries;

    @Inject
    Accounting(TicketPosting posting, EntryBook entries) {
        this.posting = posting;
        this.entries = entries;
    }

    @Override
    public Uni<Void> ticket(Transaction transaction, Ticket ticket) {
        return ticket.training()
                ? Uni.createFrom().voidItem()
                : entries.write(transaction, entry(ticket, posting.lines(ticket)));
    }

    /** Posted by the ticket that it settles, whose entry would not balance without it. */
    @Override
    public Uni<Void> taking(Transaction transaction, Taking taking) {
        return Uni.createFrom().voidItem();
    }

    /** What the books say of a ticket. */
    static NewAccountingEntry entry(Ticket ticket, List<EntryLine> lines) {
        String number = Long.toString(ticket.ticketNo());
        AccountingEntry.Type type =
                switch (ticket.kind()) {
                    case SALE -> AccountingEntry.Type.SALE;
                    case CREDIT -> AccountingEntry.Type.CREDIT;
                };
        return new NewAccountingEntry(
                ticket.restaurantId(),
                type,
                ticket.businessDate(),
                ticket.currency(),
                ticket.seller(),
                new AccountingEntry.Reference("TICKET", number, ticket.issuedAt()),
                (type == AccountingEntry.Type.SALE ? "Ticket " : "Avoir ") + number,
                lines,
                null);
    }
}
