package io.brigade.payments.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.payments.report.Losses.Loss;
import io.brigade.platform.event.EventHandler;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what was taken off orders, as orders-service tells it; on the order's business date. */
@ApplicationScoped
class OrderLosses implements EventHandler {

    private static final Map<String, LossKind> KINDS = Map.of(
            "order.item_voided", LossKind.VOID,
            "order.discounted", LossKind.DISCOUNT,
            "order.discount_removed", LossKind.DISCOUNT_REMOVED,
            "order.cancelled", LossKind.CANCELLATION);

    private final Losses losses;
    private final ObjectMapper json;

    @Inject
    OrderLosses(Losses losses, ObjectMapper json) {
        this.losses = losses;
        this.json = json;
    }

    /** The few fields of the event that are needed; the last three are not there in events of older versions. */
    record ChangedOrder(
            LocalDate businessDate,
            long totalCents,
            @Nullable Person changedBy,
            @Nullable Person approvedBy,
            @Nullable Long previousTotalCents) {}

    @Override
    public String name() {
        return "count-losses-of-orders";
    }

    @Override
    public Set<String> types() {
        return KINDS.keySet();
    }

    @Override
    public Uni<Void> apply(Transaction transaction, StreamEvent event) {
        ChangedOrder order = event.read(json, ChangedOrder.class);
        Person by = order.changedBy();
        Long before = order.previousTotalCents();
        if (by == null || before == null) {
            return Uni.createFrom().voidItem(); // it would be held against nobody
        }
        return losses.add(
                transaction,
                new Loss(
                        event.restaurantId(),
                        order.businessDate(),
                        Objects.requireNonNull(KINDS.get(event.type())),
                        by,
                        order.approvedBy(),
                        before - order.totalCents()));
    }
}
