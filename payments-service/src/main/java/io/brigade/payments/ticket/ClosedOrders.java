package io.brigade.payments.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.BilledOrder;
import io.brigade.payments.book.Seller;
import io.brigade.payments.closing.BusinessDays;
import io.brigade.payments.payment.Now;
import io.brigade.payments.seller.Sellers;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues the ticket of an order that ended without a last payment: all of it on the house, or the rest of it taken off
 * after a part was paid. Of a cancelled order for which money came in meanwhile the bill takes over that nothing is owed.
 */
@ApplicationScoped
class ClosedOrders implements EventHandler {

    private static final String CLOSED = "order.closed";
    private static final String CANCELLED = "order.cancelled";

    private final BillStore bills;
    private final Tickets tickets;
    private final Sellers sellers;
    private final BusinessDays days;
    private final ObjectMapper json;

    @Inject
    ClosedOrders(BillStore bills, Tickets tickets, Sellers sellers, BusinessDays days, ObjectMapper json) {
        this.bills = bills;
        this.tickets = tickets;
        this.sellers = sellers;
        this.days = days;
        this.json = json;
    }

    /** What the event says beside the order. */
    private record End(LocalDate businessDate, @Nullable Person changedBy) {}

    private record Named(long orderId) {}

    @Override
    public String name() {
        return "end-bills-of-orders";
    }

    @Override
    public Set<String> types() {
        return Set.of(CLOSED, CANCELLED);
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        return event.type().equals(CLOSED) ? closed(transaction, event) : cancelled(transaction, event);
    }

    private Uni<Void> closed(Transaction transaction, StreamEvent event) {
        End end = event.read(json, End.class);
        return takeOver(transaction, event)
                .chain(bill -> bill.isSquare() && bill.isTicketDue()
                        ? issue(transaction, bill, end)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> cancelled(Transaction transaction, StreamEvent event) {
        long orderId = event.read(json, Named.class).orderId();
        return bills.lockKnown(transaction.connection(), event.restaurantId(), orderId)
                .chain(bill -> bill == null
                        ? Uni.createFrom().voidItem()
                        : takeOver(transaction, event).replaceWithVoid());
    }

    private Uni<Bill> takeOver(Transaction transaction, StreamEvent event) {
        return bills.lock(transaction.connection(), event.restaurantId(), event.read(json, BilledOrder.class));
    }

    /** Whoever ended the order answers for the ticket; the day is the order's, or the first that is still open. */
    private Uni<Void> issue(Transaction transaction, Bill bill, End end) {
        Person by = end.changedBy() == null ? bill.head().waiter() : end.changedBy();
        return sellers.kept(transaction.connection(), bill.restaurantId())
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("who sells in restaurant " + bill.restaurantId()
                        + " is not known before somebody signs in; the ticket is issued then"))
                .chain(seller -> days.open(transaction, bill.restaurantId(), end.businessDate())
                        .invoke(day -> tickets.close(transaction, bill, issue(seller, by, day))))
                .replaceWithVoid();
    }

    private static Tickets.Issue issue(Seller seller, Person by, LocalDate day) {
        return new Tickets.Issue(seller, by, null, day, Now.utc());
    }
}
