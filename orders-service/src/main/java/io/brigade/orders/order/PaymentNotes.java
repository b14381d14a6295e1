package io.brigade.orders.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Notes on the order that something was paid on it. */
@ApplicationScoped
class PaymentNotes implements EventHandler {

    private static final String CAPTURED = "payment.captured";
    private static final String REFUNDED = "payment.refunded";

    private final OrderEnding orders;
    private final ObjectMapper json;

    @Inject
    PaymentNotes(OrderEnding orders, ObjectMapper json) {
        this.orders = orders;
        this.json = json;
    }

    private record Payment(long orderId, long amountCents) {}

    @Override
    public String name() {
        return "note-payments";
    }

    @Override
    public Set<String> types() {
        return Set.of(CAPTURED, REFUNDED);
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        Payment payment = event.read(json, Payment.class);
        long cents = event.type().equals(REFUNDED) ? -payment.amountCents() : payment.amountCents();
        return orders.paid(transaction, event.restaurantId(), payment.orderId(), cents);
    }
}
