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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes into the journal and the books what was taken, sold and given back. */
@ApplicationScoped
public class Tickets {

    private static final StepLog LOG = StepLog.of(Tickets.class);

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

    /** Money came in or went back. */
    public Uni<Void> taken(Transaction transaction, Taking taking, @Nullable String till) {
        Kind kind = taking.refundOf() == null ? Kind.PAYMENT : Kind.REFUND;
        return journal.append(
                        transaction,
                        new NewEntry(taking.restaurantId(), kind, taking.at(), taking.cashier(), till, taking))
                .chain(() -> each(book -> book.taking(transaction, taking)));
    }

    /** Tells of everything that is on the bill and on no ticket, once the bill is square; else does nothing. */
    public Uni<@Nullable Ticket> issueIfSquare(Transaction transaction, Bill bill, Issue issue) {
        return bill.isSquare() && bill.isTicketDue()
                ? issue(transaction, bill, issue, Ticket.Kind.SALE, bill.newLines())
                        .call(() -> bills.ticketed(transaction.connection(), bill.orderId()))
                : Uni.createFrom().nullItem();
    }

    /** Tells of money that was owed and is given back: by rate, in proportion to what is left of the sale. */
    public Uni<Ticket> credit(Transaction transaction, Bill before, long creditedCents, String reason, Issue issue) {
        return issue(transaction, before, issue, Ticket.Kind.CREDIT, Credit.lines(before, creditedCents, reason));
    }

    private Uni<Ticket> issue(Transaction transaction, Bill bill, Issue issue, Ticket.Kind kind, List<BillLine> lines) {
        return training.of(transaction, bill.restaurantId())
                .chain(practice -> Numbers.next(transaction, bill.restaurantId(), "TICKET")
                        .chain(number -> store.settle(transaction.connection(), bill.orderId(), number)
                                .map(settlements -> ticket(practice, number, bill, issue, kind, lines, settlements))))
                .call(ticket -> store.insert(transaction.connection(), ticket))
                .call(ticket -> journal.append(
                        transaction,
                        new NewEntry(
                                ticket.restaurantId(),
                                Kind.TICKET,
                                ticket.issuedAt(),
                                issue.cashier(),
                                issue.till(),
                                ticket)))
                .call(ticket -> each(book -> book.ticket(transaction, ticket)))
                .invoke(ticket -> transaction.afterCommit(() -> LOG.info("ticket issued")
                        .with("order_id", ticket.orderId())
                        .with("amount_cents", ticket.totalCents())
                        .write()));
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

    private Uni<Void> each(Function<Book, Uni<? extends Void>> write) {
        return Multi.createFrom()
                .iterable(books)
                .onItem()
                .transformToUniAndConcatenate(write)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
