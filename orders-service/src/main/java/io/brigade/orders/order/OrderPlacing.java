package io.brigade.orders.order;

import io.brigade.orders.carte.PriceList;
import io.brigade.platform.event.OutboxRelay;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.SqlWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places orders, the hottest path of the house: price from memory, then one statement. */
@ApplicationScoped
class OrderPlacing {

    private final Pricing pricing;
    private final OrderStore orders;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final OutboxRelay relay;
    private final Pool pool;
    private final OrderIds ids;
    private final OrderLog log;

    @Inject
    OrderPlacing(
            Pricing pricing,
            OrderStore orders,
            IdempotencyRecords idempotency,
            Answers answers,
            OutboxRelay relay,
            OrderIds ids,
            Pool pool,
            OrderLog log) {
        this.pricing = pricing;
        this.orders = orders;
        this.idempotency = idempotency;
        this.answers = answers;
        this.relay = relay;
        this.pool = pool;
        this.ids = ids;
        this.log = log;
    }

    /**
     * Answers 201 with the order, which then exists exactly once. An order that a device sends again under another key
     * is answered as it is now.
     */
    Uni<Answer> place(WriteRequest write, String bearer, NewOrder request) {
        request.check(Now.utc());
        return pricing.prices(write.caller(), bearer)
                .chain(prices -> ids.forOrder(Pricing.lines(request.items()), request.tableId())
                        .map(given -> priced(write.caller(), request, given, prices)))
                .chain(order -> insert(write, order))
                .onFailure(DatabaseRule::isBroken)
                .recoverWithUni(refused -> explain(write.caller(), request, DatabaseRule.broken(refused)))
                .onFailure(ProblemException.class)
                .recoverWithUni(refused -> answeredBefore(write, refused))
                .onFailure(OrderPlacing::isNoReusedKey)
                .recoverWithUni(refused -> placedBefore(write.caller(), request.clientRef(), refused));
    }

    /**
     * A request that is sent again gets its first answer, even if the carte would not allow it any more. Looked up only
     * when it is refused, so that the usual order pays nothing for it.
     */
    Uni<Answer> answeredBefore(WriteRequest write, Throwable refused) {
        Uni<Answer> known = write.key() == null
                ? Uni.createFrom().nullItem()
                : pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)));
        return known.onItem().ifNull().failWith(refused);
    }

    private record NewlyPriced(Order order, Pricing.Priced priced) {}

    private static NewlyPriced priced(Caller caller, NewOrder request, OrderIds.Ids given, PriceList prices) {
        Pricing.Priced priced = Pricing.price(prices, request.items(), caller, request.mode(), given.itemIds());
        return new NewlyPriced(open(given, caller, request, priced.items()), priced);
    }

    private static Order open(OrderIds.Ids given, Caller caller, NewOrder request, List<OrderItem> items) {
        OffsetDateTime now = Now.utc();
        OrderHead head = new OrderHead(
                given.orderId(),
                caller.restaurantId(),
                request.tableId(),
                given.tableName(),
                request.isAdditional(),
                request.mode(),
                OrderStatus.OPEN,
                1,
                request.covers(),
                Person.of(caller),
                caller.currency(),
                caller.businessDate(now.toInstant()),
                now,
                request.takenAt(),
                null,
                request.clientRef(),
                request.customer(),
                request.dueAt(),
                0,
                null);
        return new Order(head, items, List.of());
    }

    private Uni<Answer> insert(WriteRequest write, NewlyPriced placing) {
        Order order = placing.order();
        OrderChange change =
                OrderChange.of(OrderAction.CREATED, null, order, order.head().waiter());
        Answer answer = answers.created(OrderView.of(order, placing.priced().differences()));
        return orders.place(write, change, answer.body(), placing.priced().portions())
                .chain(placed -> switch (placed) {
                    case YES -> {
                        relay.wake();
                        log.placed(order);
                        yield Uni.createFrom().item(answer);
                    }
                    case TABLE_UNKNOWN -> Uni.createFrom().failure(ProblemException.notFound("table", tableOf(order)));
                    case TABLE_OCCUPIED -> occupied(order.restaurantId(), tableOf(order));
                    case KEY_USED ->
                        pool.withConnection(connection -> idempotency.replay(write, new SqlWork(connection)));
                });
    }

    private static long tableOf(Order order) {
        return Objects.requireNonNull(order.head().tableId());
    }

    /** What two at once run into. */
    private Uni<Answer> explain(Caller caller, NewOrder request, DatabaseRule rule) {
        Long tableId = request.tableId();
        return rule == DatabaseRule.ONE_FIRST_ORDER_PER_TABLE && tableId != null
                ? occupied(caller.restaurantId(), tableId)
                : Uni.createFrom().failure(rule.problem());
    }

    /** Another request under a used key stays refused, although its order may be here by the device's own name. */
    private static boolean isNoReusedKey(Throwable failure) {
        return failure instanceof ProblemException refused && refused.type() != CommonProblem.IDEMPOTENCY_KEY_REUSED;
    }

    /** An order that a device has sent before is never refused for what has become of the table or the carte since. */
    private Uni<Answer> placedBefore(Caller caller, @Nullable UUID clientRef, Throwable refused) {
        if (clientRef == null) {
            return Uni.createFrom().failure(refused);
        }
        return orders.orderOf(caller.restaurantId(), clientRef)
                .onItem()
                .ifNull()
                .failWith(refused)
                .chain(orderId -> orders.find(caller.restaurantId(), orderId))
                .map(order -> answers.ok(OrderView.of(order, List.of(Difference.alreadyThere(null, clientRef)))));
    }

    private Uni<Answer> occupied(long restaurantId, long tableId) {
        return orders.openAt(restaurantId, tableId)
                .chain(open -> Uni.createFrom().failure(OccupiedTable.problem(open)));
    }
}
