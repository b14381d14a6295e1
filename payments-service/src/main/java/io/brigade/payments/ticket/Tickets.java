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
import io.brigade.payments.fiscal.TrainingMode;
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

    private static final Uni<@Nullable Ticket> NONE = Uni.createFrom().nullItem();

    private final TicketStore store;
    private final BillStore bills;
    private final Journal journal;
    private final TrainingMode training;
    private final List<Book> books;
    private final Pool pool;

    @Inject
    Tickets(
            TicketStore store,
            BillStore bills,
            Journal journal,
            TrainingMode training,
            @All List<Book> books,
            Pool pool) {
        this.store = store;
        this.bills = bills;
        this.journal = journal;
        this.training = training;
        this.books = books;
        this.pool = pool;
    }

    /** Who issues a ticket, when, and on which day it counts. */
    public record Issue(
            Seller seller, Person cashier, @Nullable String till, LocalDate businessDate, OffsetDateTime at) {}

    /**
     * Money came in or went back. If the bill is square by it, a ticket tells of everything that no ticket has told of.
     * It is written when the transaction has done all the rest: tills of a restaurant wait for one another here.
     */
    public void book(Transaction transaction, Taking taking, Bill after, Issue issue) {
        transaction.beforeCommit(() -> write(
                transaction,
                List.of(taking),
                after.isSquare() && after.isTicketDue() ? issueSale(transaction, after, issue) : NONE,
                issue));
    }

    /** Money that was owed goes back: a ticket of its own tells of it, by rate, in proportion to what the bill has of each. */
    public void bookCredit(
            Transaction transaction, Taking taking, Bill before, long creditedCents, String reason, Issue issue) {
        List<BillLine> lines = Credit.lines(before, creditedCents, reason);
        transaction.beforeCommit(() -> write(
                transaction, List.of(taking), issue(transaction, before, issue, Ticket.Kind.CREDIT, lines), issue));
    }

    /** The bill is square without a last payment: likewise. */
    void close(Transaction transaction, Bill bill, Issue issue) {
        transaction.beforeCommit(() -> write(transaction, List.of(), issueSale(transaction, bill, issue), issue));
    }

    private Uni<@Nullable Ticket> issueSale(Transaction transaction, Bill bill, Issue issue) {
        return issue(transaction, bill, issue, Ticket.Kind.SALE, bill.newLines())
                .call(() -> bills.ticketed(transaction.connection(), bill.orderId()));
    }

    private Uni<Ticket> issue(Transaction transaction, Bill bill, Issue issue, Ticket.Kind kind, List<BillLine> lines) {
        return training.of(transaction, bill.restaurantId())
                .chain(practice -> Numbers.next(transaction, bill.restaurantId(), "TICKET")
                        .chain(number -> store.settle(transaction.connection(), bill.orderId(), number)
                                .map(settlements -> ticket(practice, number, bill, issue, kind, lines, settlements))))
                .call(ticket -> store.insert(transaction.connection(), ticket))
                .invoke(ticket -> transaction.afterCommit(() -> LOG.info("ticket issued")
                        .with("order_id", ticket.orderId())
                        .with("amount_cents", ticket.totalCents())
                        .write()));
    }

    /** The books first, and the chain, for which all of a restaurant wait, last. */
    private Uni<Void> write(Transaction transaction, List<Taking> takings, Uni<@Nullable Ticket> issued, Issue issue) {
        return issued.chain(ticket -> {
            List<Ticket> tickets = ticket == null ? List.of() : List.of(ticket);
            List<Uni<Void>> entries = new ArrayList<>();
            for (Book book : books) {
                takings.forEach(taking -> entries.add(book.taking(transaction, taking)));
                tickets.forEach(each -> entries.add(book.ticket(transaction, each)));
            }
            return Uni.join()
                    .all(entries)
                    .andFailFast()
                    .chain(() -> journal.append(transaction, journalled(takings, tickets, issue)))
                    .replaceWithVoid();
        });
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
            boolean practice,
            long number,
            Bill bill,
            Issue issue,
            Ticket.Kind kind,
            List<BillLine> lines,
            List<Ticket.Settlement> settlements) {
        return new Ticket(
                practice,
                number,
                kind,
                bill.restaurantId(),
                issue.seller(),
                bill.orderId(),
                bill.head().tableName(),
                kind == Ticket.Kind.SALE && bill.ticketed().isEmpty()
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
