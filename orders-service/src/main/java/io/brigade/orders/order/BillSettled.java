package io.brigade.orders.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Closes an order when payments-service says that its bill is settled. */
@ApplicationScoped
class BillSettled implements EventHandler {

    private final OrderEnding orders;
    private final ObjectMapper json;

    @Inject
    BillSettled(OrderEnding orders, ObjectMapper json) {
        this.orders = orders;
        this.json = json;
    }

    private record Bill(long orderId, long totalCents) {}

    @Override
    public String name() {
        return "close-settled-orders";
    }

    @Override
    public Set<String> types() {
        return Set.of("bill.settled");
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        Bill bill = event.read(json, Bill.class);
        return orders.settle(transaction, event.restaurantId(), bill.orderId(), bill.totalCents());
    }
}
