package io.brigade.orders.order;

import io.brigade.orders.carte.CarteCopies;
import io.brigade.orders.carte.PriceList;
import io.brigade.platform.event.OutboxRelay;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.SqlWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Places orders, the hottest path of the house: price from memory, then one statement. */
@ApplicationScoped
class OrderPlacing {

    private static final StepLog LOG = StepLog.of(OrderPlacing.class);

    private final CarteCopies cartes;
    private final OrderStore orders;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final OutboxRelay relay;
    private final Pool pool;
    private final OrderIds ids;
    private final OrderMeters meters;

    @Inject
    OrderPlacing(
            CarteCopies cartes,
            OrderStore orders,
            IdempotencyRecords idempotency,
            Answers answers,
            OutboxRelay relay,
            OrderIds ids,
            Pool pool,
            OrderMeters meters) {
        this.cartes = cartes;
        this.orders = orders;
        this.idempotency = idempotency;
        this.answers = answers;
        this.relay = relay;
        this.pool = pool;
        this.ids = ids;
        this.meters = meters;
    }

    /** Answers 201 with the order, which then exists exactly once. */
    Uni<Answer> place(WriteRequest write, String bearer, NewOrder request) {
        ServiceMode mode = request.serviceMode() == null ? ServiceMode.DINE_IN : request.serviceMode();
        requireTableForDineIn(request, mode);
        return prices(write.caller(), bearer)
                .chain(prices -> ids.forOrder(request.items().size())
                        .map(given -> open(
                                given.orderId(),
                                write.caller(),
                                mode,
                                request,
                                price(prices, request.items(), given.itemIds(), mode))))
                .chain(order -> insert(write, order))
                .onFailure(ProblemException.class)
                .recoverWithUni(refused -> answeredBefore(write, refused));
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

    /** Prices lines that are added to an order, with the carte of the caller's restaurant. */
    Uni<List<OrderItem>> priceMore(Caller caller, String bearer, List<NewItem> wanted, ServiceMode mode) {
        return prices(caller, bearer).chain(prices -> ids.forItems(wanted.size())
                .map(given -> price(prices, wanted, given.itemIds(), mode)));
    }

    private Uni<PriceList> prices(Caller caller, String bearer) {
        return cartes.prices(caller.restaurantId(), bearer);
    }

    private static List<OrderItem> price(PriceList prices, List<NewItem> wanted, List<Long> ids, ServiceMode mode) {
        OffsetDateTime now = now();
        List<OrderItem> items = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            items.add(prices.price(wanted.get(i), mode, ids.get(i), now));
        }
        return List.copyOf(items);
    }

    private static Order open(long orderId, Caller caller, ServiceMode mode, NewOrder request, List<OrderItem> items) {
        OffsetDateTime now = now();
        return new Order(
                orderId,
                caller.restaurantId(),
                request.tableId(),
                mode,
                OrderStatus.OPEN,
                1,
                request.covers(),
                caller.staffId(),
                caller.name(),
                caller.currency(),
                caller.businessDate(now.toInstant()),
                now,
                null,
                items);
    }

    private Uni<Answer> insert(WriteRequest write, Order order) {
        Answer answer = answers.created(OrderView.of(order));
        return orders.place(write, order, answer.body(), OrderEvents.created(order))
                .chain(placed -> switch (placed) {
                    case YES -> {
                        relay.wake();
                        placed(order);
                        yield Uni.createFrom().item(answer);
                    }
                    case TABLE_UNKNOWN ->
                        Uni.createFrom().failure(ProblemException.notFound("table", String.valueOf(order.tableId())));
                    case KEY_USED -> replay(write);
                });
    }

    private void placed(Order order) {
        meters.created(order.serviceMode());
        LOG.info("order placed")
                .with("order_id", order.orderId())
                .with("table_id", order.tableId())
                .with("amount_cents", order.totalCents())
                .write();
    }

    private Uni<Answer> replay(WriteRequest write) {
        return pool.withConnection(connection -> idempotency.replay(write, new SqlWork(connection)));
    }

    private static void requireTableForDineIn(NewOrder request, ServiceMode mode) {
        if ((mode == ServiceMode.DINE_IN) != (request.tableId() != null)) {
            throw ProblemException.invalid(
                    "table_id", mode == ServiceMode.DINE_IN ? "is required for DINE_IN" : "is only for DINE_IN");
        }
    }

    /** PostgreSQL keeps microseconds: what is answered is what is stored. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
