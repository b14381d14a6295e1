package io.brigade.payments.statement;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillStore;
import io.brigade.payments.bill.OrderLookup;
import io.brigade.payments.payment.PaymentStore;
import io.brigade.payments.payment.RefundStore;
import io.brigade.payments.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Says how bills stand. */
@ApplicationScoped
class Statements {

    private final OrderLookup orders;
    private final BillStore bills;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Tickets tickets;
    private final Pool pool;

    @Inject
    Statements(
            OrderLookup orders,
            BillStore bills,
            PaymentStore payments,
            RefundStore refunds,
            Tickets tickets,
            Pool pool) {
        this.orders = orders;
        this.bills = bills;
        this.payments = payments;
        this.refunds = refunds;
        this.tickets = tickets;
        this.pool = pool;
    }

    Uni<BillView> bill(long restaurantId, String bearer, long orderId) {
        return asOfNow(restaurantId, bearer, orderId).chain(bill -> payments.ofOrder(pool, restaurantId, orderId)
                .chain(paid -> refunds.ofOrder(pool, restaurantId, orderId)
                        .chain(refunded -> tickets.ofOrder(restaurantId, orderId)
                                .map(issued -> BillView.of(bill, paid, refunded, issued)))));
    }

    Uni<BillSummaries> summaries(long restaurantId, List<Long> orderIds) {
        return bills.sums(pool, restaurantId, orderIds).map(BillSummaries::new);
    }

    Uni<Splitting> splitting(long restaurantId, String bearer, long orderId) {
        return asOfNow(restaurantId, bearer, orderId)
                .chain(bill -> payments.ofOrder(pool, restaurantId, orderId).map(paid -> new Splitting(bill, paid)));
    }

    private Uni<Bill> asOfNow(long restaurantId, String bearer, long orderId) {
        return orders.order(bearer, orderId).chain(order -> bills.asOf(pool, restaurantId, order));
    }
}
