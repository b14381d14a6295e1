package io.brigade.payments.payment;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.book.Seller;
import io.brigade.payments.cash.CashMovement;
import io.brigade.payments.cash.CashSession;
import io.brigade.payments.cash.Drawers;
import io.brigade.payments.ticket.Tickets;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes money that was taken part of the bill, the drawer, the journal and the books; settles the bill with the last of it. */
@ApplicationScoped
class Capturing {

    private static final StepLog LOG = StepLog.of(Capturing.class);
    static final Set<String> TOPICS = Set.of("bills", "floor");

    private final BillStore bills;
    private final Drawers drawers;
    private final Tickets tickets;
    private final Outbox outbox;
    private final PaymentMeters meters;

    @Inject
    Capturing(BillStore bills, Drawers drawers, Tickets tickets, Outbox outbox, PaymentMeters meters) {
        this.bills = bills;
        this.drawers = drawers;
        this.tickets = tickets;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** {@code bill.settled}: everything the order owed at this version is paid. */
    private record BillSettled(long orderId, long orderVersion, long totalCents) {}

    /**
     * Books a captured payment, whose row is written already.
     *
     * @param reservedCents what the bill kept for it while a terminal was asked
     */
    Uni<Void> book(
            Transaction transaction, Payment payment, long reservedCents, Seller seller, @Nullable CashSession drawer) {
        transaction.afterCommit(() -> captured(payment));
        return bills.take(transaction.connection(), payment.orderId(), payment.amountCents(), reservedCents)
                .call(() -> drawer == null ? Uni.createFrom().voidItem() : intoDrawer(transaction, drawer, payment))
                .invoke(bill -> tickets.book(transaction, payment.taking(), bill, issue(payment, seller)))
                .chain(bill -> tell(transaction, bill, payment));
    }

    private Uni<Void> intoDrawer(Transaction transaction, CashSession drawer, Payment payment) {
        return drawers.move(
                transaction,
                drawer,
                CashMovement.Kind.SALE,
                payment.amountCents() + payment.tipCents(),
                payment.paymentId(),
                payment.cashier(),
                payment.paidAt());
    }

    private static Tickets.Issue issue(Payment payment, Seller seller) {
        return new Tickets.Issue(seller, payment.cashier(), payment.till(), payment.businessDate(), Now.utc());
    }

    private Uni<Void> tell(Transaction transaction, Bill bill, Payment payment) {
        Uni<Void> captured =
                outbox.append(transaction, new Event("payment.captured", bill.restaurantId(), TOPICS, payment));
        return bill.isSquare()
                ? Uni.combine().all().unis(captured, settled(transaction, bill)).discardItems()
                : captured;
    }

    private Uni<Void> settled(Transaction transaction, Bill bill) {
        transaction.afterCommit(() -> LOG.info("bill settled")
                .with("order_id", bill.orderId())
                .with("amount_cents", bill.totalCents())
                .write());
        return outbox.append(
                transaction,
                new Event(
                        "bill.settled",
                        bill.restaurantId(),
                        TOPICS,
                        new BillSettled(bill.orderId(), bill.orderVersion(), bill.totalCents())));
    }

    private void captured(Payment payment) {
        meters.captured(payment.method(), payment.amountCents());
        LOG.info("payment captured")
                .with("order_id", payment.orderId())
                .with("amount_cents", payment.amountCents())
                .with("payment_id", payment.paymentId())
                .with("method", payment.method())
                .write();
    }
}
