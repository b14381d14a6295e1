package io.brigade.payments.ticket;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillLine;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.Numbers;
import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Book;
import io.brigade.payments.book.Seller;
import io.brigade.payments.book.Taking;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.fiscal.Journal;
import io.brigade.payments.fiscal.Kind;
import io.brigade.payments.fiscal.NewEntry;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes into the journal and the books what was taken, sold and given back. */
@ApplicationScoped
public class Tickets {

    private static final StepLog LOG = StepLog.of(Tickets.class);

    private final TicketStore store;
    private final BillStore bills;
    private final Journal journal;
    private final List<Book> books;
    private final Pool pool;

    @Inject
    Tickets(TicketStore store, BillStore bills, Journal journal, @All List<Book> books, Pool pool) {
        this.store = store;
        this.bills = bills;
        this.journal = journal;
        this.books = books;
        this.pool = pool;
    }

    /** Who issues a ticket, when, and on which day it counts. */
    public record Issue(
            Seller seller, Person cashier, @Nullable String till, LocalDate businessDate, OffsetDateTime at) {}

    /** What a ticket is to tell of. */
    private record Draft(Bill bill, Ticket.Kind kind, List<BillLine> lines) {

        static Draft sale(Bill bill) {
            return new Draft(bill, Ticket.Kind.SALE, bill.newLines());
        }
    }

    /**
     * Money came in or went back. If the bill is square by it, a ticket tells of everything that no ticket has told of.
     * It is written when the transaction has done all the rest: tills of a restaurant wait for one another here.
     */
    public void book(Transaction transaction, Taking taking, Bill after, Issue issue) {
        Draft sale = after.isSquare() && after.isTicketDue() ? Draft.sale(after) : null;
        transaction.beforeCommit(() -> sale == null
                ? journal.turn(transaction, taking.restaurantId())
                        .chain(turn -> write(transaction, turn, List.of(taking), null, issue))
                : write(transaction, List.of(taking), sale, issue));
    }

    /** Money that was owed goes back: a ticket of its own tells of it, by rate, in proportion to what the bill has of each. */
    public void bookCredit(
            Transaction transaction, Taking taking, Bill before, long creditedCents, String reason, Issue issue) {
        Draft credit = new Draft(before, Ticket.Kind.CREDIT, Credit.lines(before, creditedCents, reason));
        transaction.beforeCommit(() -> write(transaction, List.of(taking), credit, issue));
    }

    /** The bill is square without a last payment: likewise. */
    void close(Transaction transaction, Bill bill, Issue issue) {
        transaction.beforeCommit(() -> write(transaction, List.of(), Draft.sale(bill), issue));
    }

    private Uni<Void> write(Transaction transaction, List<Taking> takings, Draft draft, Issue issue) {
        Bill bill = draft.bill();
        return Uni.combine()
                .all()
                .unis(
                        journal.turn(transaction, bill.restaurantId()),
                        Numbers.next(transaction, bill.restaurantId(), "TICKET"),
                        store.unsettled(transaction.connection(), bill.orderId()))
                .withUni((turn, number, settlements) -> write(
                        transaction,
                        turn,
                        takings,
                        ticket(turn.isTraining(), number, draft, issue, settlements),
                        issue));
    }

    /** All of it sets out together: whoever waits for the turn waits for few round trips. */
    private Uni<Void> write(
            Transaction transaction, Journal.Turn turn, List<Taking> takings, @Nullable Ticket issued, Issue issue) {
        List<Ticket> tickets = issued == null ? List.of() : List.of(issued);
        List<Uni<?>> writes = new ArrayList<>();
        for (Book book : books) {
            takings.forEach(taking -> writes.add(book.taking(transaction, taking)));
            tickets.forEach(ticket -> writes.add(book.ticket(transaction, ticket)));
        }
        tickets.forEach(ticket -> writes.addAll(kept(transaction, ticket)));
        // Signed while the database does the rest.
        writes.add(Uni.createFrom().deferred(() -> turn.append(journalled(takings, tickets, issue))));
        return Uni.combine().all().unis(writes).discardItems();
    }

    private List<Uni<?>> kept(Transaction transaction, Ticket ticket) {
        transaction.afterCommit(() -> LOG.info("ticket issued")
                .with("order_id", ticket.orderId())
                .with("amount_cents", ticket.totalCents())
                .write());
        Uni<Void> inserted = store.insert(transaction.connection(), ticket);
        Uni<Void> settled = store.settle(transaction.connection(), ticket.orderId(), ticket.ticketNo());
        return ticket.kind() == Ticket.Kind.SALE
                ? List.of(inserted, settled, bills.ticketed(transaction.connection(), ticket.orderId()))
                : List.of(inserted, settled);
    }

    private static List<NewEntry> journalled(List<Taking> takings, List<Ticket> tickets, Issue issue) {
        List<NewEntry> entries = new ArrayList<>();
        for (Taking taking : takings) {
            Kind kind = taking.refundOf() == null ? Kind.PAYMENT : Kind.REFUND;
            entries.add(new NewEntry(taking.restaurantId(), kind, taking.at(), taking.cashier(), issue.till(), taking));
        }
        for (Ticket ticket : tickets) {
            entries.add(new NewEntry(
                    ticket.restaurantId(), Kind.TICKET, ticket.issuedAt(), issue.cashier(), issue.till(), ticket));
        }
        return entries;
    }

    private static Ticket ticket(
            boolean practice, long number, Draft draft, Issue issue, List<Ticket.Settlement> settlements) {
        Bill bill = draft.bill();
        List<BillLine> lines = draft.lines();
        return new Ticket(
                practice,
                number,
                draft.kind(),
                bill.restaurantId(),
                issue.seller(),
                bill.orderId(),
                bill.head().tableName(),
                draft.kind() == Ticket.Kind.SALE && bill.ticketed().isEmpty()
                        ? bill.head().covers()
                        : null,
                bill.head().serviceMode(),
                bill.head().waiter(),
                issue.cashier(),
                issue.businessDate(),
                issue.at(),
                bill.head().takenAt(),
                bill.currency(),
                lines.stream().map(BillLine::onTicket).toList(),
                lines.stream().mapToLong(BillLine::discountCents).sum(),
                lines.stream().mapToLong(BillLine::totalCents).sum(),
                VatShare.of(lines),
                settlements);
    }

    /** Tickets of an order, oldest first. */
    public Uni<List<Ticket>> ofOrder(long restaurantId, long orderId) {
        return store.ofOrder(pool, restaurantId, orderId);
    }
}
