package io.brigade.orders.kitchen;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.order.OrderService;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.SqlWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves whole tickets, and calls back what was finished by mistake. */
@ApplicationScoped
class KitchenService {

    /** Whatever was finished longer ago has been eaten. */
    private static final Duration RECALLABLE = Duration.ofHours(4);

    private final ItemStore items;
    private final OrderService orders;
    private final IdempotencyRecords idempotency;
    private final Pool pool;

    @Inject
    KitchenService(ItemStore items, OrderService orders, IdempotencyRecords idempotency, Pool pool) {
        this.items = items;
        this.orders = orders;
        this.idempotency = idempotency;
        this.pool = pool;
    }

    /** Moves what of a ticket is not there yet, all or none; 409 when something of it can't go there. */
    Uni<Answer> moveTicket(WriteRequest write, TicketMove move) {
        return answeredBeforeOr(write, () -> items.ofTicket(restaurant(write), move)
                .chain(seen -> orders.moveItems(write, move.orderId(), toMove(seen, move), move.state())));
    }

    private static List<Long> toMove(List<ItemStore.Seen> seen, TicketMove move) {
        if (seen.isEmpty()) {
            throw ProblemException.notFound(
                    "ticket of order " + move.orderId() + ", course " + move.course() + ", at", move.station());
        }
        List<Long> behind = seen.stream()
                .filter(item -> item.state().compareTo(move.state()) < 0)
                .map(ItemStore.Seen::itemId)
                .toList();
        if (behind.isEmpty()) {
            throw ProblemException.of(
                    OrdersProblem.ITEM_STATE_CONFLICT, "All of the ticket is " + move.state() + " already.");
        }
        return behind;
    }

    /** Calls back what the station finished last, one step; 409 when there is nothing. */
    Uni<Answer> recallLast(WriteRequest write, Station station) {
        return answeredBeforeOr(write, () -> items.finishedLast(restaurant(write), station, recallableSince())
                .chain(seen -> recall(write, seen, "Nothing was finished at " + station)));
    }

    /** Calls one item back, one step; 409 when it is not finished, or was too long ago; 412 when it is not as it was. */
    Uni<Answer> recallItem(WriteRequest write, long itemId, @Nullable String ifMatch) {
        return answeredBeforeOr(write, () -> items.one(restaurant(write), itemId)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound("item", itemId);
                    }
                    EntityTag.requireMatch(ifMatch, found.getFirst().version(), found.getFirst());
                })
                .map(found -> found.stream().filter(KitchenService::isRecent).toList())
                .chain(seen -> recall(write, seen, "Item " + itemId + " was not finished")));
    }

    private static boolean isRecent(ItemStore.Seen item) {
        return item.finishedAt() == null || item.finishedAt().isAfter(recallableSince());
    }

    private Uni<Answer> recall(WriteRequest write, List<ItemStore.Seen> seen, String nothing) {
        if (seen.isEmpty()) {
            throw ProblemException.of(
                    OrdersProblem.NOTHING_TO_RECALL, nothing + " in the last " + RECALLABLE.toHours() + " hours.");
        }
        return orders.recallItems(
                write,
                seen.getFirst().orderId(),
                seen.stream().collect(Collectors.toMap(ItemStore.Seen::itemId, ItemStore.Seen::version)));
    }

    /** What is finished and recalled is another each time, so a request that is sent again is looked up first. */
    private Uni<Answer> answeredBeforeOr(WriteRequest write, Supplier<Uni<Answer>> action) {
        return write.key() == null
                ? action.get()
                : pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                        .onItem()
                        .ifNull()
                        .switchTo(() -> action.get());
    }

    private static OffsetDateTime recallableSince() {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(RECALLABLE);
    }

    private static long restaurant(WriteRequest write) {
        return write.caller().restaurantId();
    }
}
