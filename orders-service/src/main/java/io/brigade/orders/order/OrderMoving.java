package io.brigade.orders.order;

import io.brigade.orders.staff.Colleague;
import io.brigade.orders.staff.Colleagues;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves orders and what is on them: to another table or waiter, together, apart. */
@ApplicationScoped
class OrderMoving {

    private final OrderChanging changing;
    private final Colleagues colleagues;
    private final OrderIds ids;
    private final Answers answers;

    @Inject
    OrderMoving(OrderChanging changing, Colleagues colleagues, OrderIds ids, Answers answers) {
        this.changing = changing;
        this.colleagues = colleagues;
        this.ids = ids;
        this.answers = answers;
    }

    /** To another table, another waiter, or both. */
    Uni<Answer> transfer(WriteRequest write, String bearer, long orderId, TransferRequest request) {
        if (request.tableId() == null && request.waiterId() == null) {
            throw ProblemException.invalid("table_id", "or waiter_id is required");
        }
        return waiter(bearer, request.waiterId())
                .chain(waiter -> changing.once(
                        write,
                        orderId,
                        (transaction, order) -> transfer(transaction, order, request, waiter)
                                .map(moved -> OrderChange.of(
                                        OrderAction.TRANSFERRED, order, moved, Person.of(write.caller()))),
                        order -> answers.ok(OrderView.of(order))))
                .onFailure(DatabaseRule::isBroken)
                .transform(refused -> DatabaseRule.broken(refused).problem());
    }

    private Uni<Optional<Person>> waiter(String bearer, @Nullable Long waiterId) {
        return waiterId == null
                ? Uni.createFrom().item(Optional.empty())
                : colleagues.find(bearer, waiterId).map(OrderMoving::person).map(Optional::of);
    }

    private static Person person(Colleague colleague) {
        return new Person(colleague.staffId(), colleague.name());
    }

    private static Uni<Order> transfer(
            Transaction transaction, Order order, TransferRequest request, Optional<Person> waiter) {
        Long tableId = request.tableId();
        Order handedOver = order.change(head -> head.withWaiter(waiter.orElse(head.waiter())));
        if (tableId == null || tableId.equals(order.head().tableId())) {
            return Uni.createFrom().item(handedOver);
        }
        if (order.head().serviceMode() != ServiceMode.DINE_IN) {
            throw ProblemException.invalid("table_id", "is only for DINE_IN");
        }
        boolean further = Boolean.TRUE.equals(request.additional());
        return seated(transaction.connection(), handedOver.head(), tableId, further)
                .map(head -> new Order(head, handedOver.items(), handedOver.discounts()));
    }

    /** At another table; 404 for an unknown one, 409 for an occupied one unless a further order there is asked for. */
    private static Uni<OrderHead> seated(SqlConnection connection, OrderHead head, long tableId, boolean further) {
        return OrderStore.tableName(connection, head.restaurantId(), tableId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("table", tableId))
                .chain(name -> OrderStore.openAt(connection, head.restaurantId(), tableId)
                        .map(open -> {
                            if (!open.isEmpty() && !further) {
                                throw OccupiedTable.problem(open);
                            }
                            return head.withTableId(tableId).withTableName(name).withAdditional(!open.isEmpty());
                        }));
    }

    /** Takes all that is on another order over; that one is then cancelled and points here. */
    Uni<Answer> merge(WriteRequest write, long orderId, MergeRequest request) {
        if (request.fromOrderId() == orderId) {
            throw ProblemException.invalid("from_order_id", "must be another order");
        }
        Person by = Person.of(write.caller());
        return changing.once(
                write,
                List.of(orderId, request.fromOrderId()),
                (_, orders) -> {
                    Order into = orders.getFirst();
                    Order from = orders.getLast();
                    from.requireUnpaid();
                    return Uni.createFrom()
                            .item(List.of(
                                    OrderChange.of(OrderAction.MERGED, into, into.absorb(from), by),
                                    OrderChange.of(OrderAction.MERGED, from, from.absorbedBy(orderId, Now.utc()), by)));
                },
                changes -> answers.ok(OrderView.of(changes.getFirst().after())));
    }

    /** Answers 201 with both orders. */
    Uni<Answer> split(WriteRequest write, long orderId, SplitRequest request) {
        return ids.forOrder(request.parts(), null)
                .chain(given -> changing.once(
                        write,
                        List.of(orderId),
                        (transaction, orders) -> split(transaction, write, orders.getFirst(), request, given),
                        changes -> answers.created(new SplitView(
                                OrderView.of(changes.getFirst().after()),
                                OrderView.of(changes.getLast().after())))))
                .onFailure(DatabaseRule::isBroken)
                .transform(refused -> DatabaseRule.broken(refused).problem());
    }

    private Uni<List<OrderChange>> split(
            Transaction transaction, WriteRequest write, Order order, SplitRequest request, OrderIds.Ids given) {
        order.requireOpen();
        return newTable(transaction, order, request.tableId()).map(newHead -> {
            Order.Split split =
                    order.split(request.quantities(order), newHead.withOrderId(given.orderId()), given.itemIds());
            Person by = Person.of(write.caller());
            return List.of(
                    OrderChange.of(OrderAction.SPLIT, order, split.stays(), by),
                    OrderChange.of(OrderAction.SPLIT, null, split.goes(), by));
        });
    }

    /** The head of the new order: as this one's, at that table. */
    private static Uni<OrderHead> newTable(Transaction transaction, Order order, @Nullable Long tableId) {
        OrderHead head = order.head()
                .withVersion(1)
                .withOpenedAt(Now.utc())
                .withTakenAt(null)
                .withClientRef(null)
                .withCovers(null)
                .withPaidCents(0);
        boolean dineIn = head.serviceMode() == ServiceMode.DINE_IN;
        if (tableId == null || tableId.equals(head.tableId())) {
            return Uni.createFrom().item(head.withAdditional(dineIn));
        }
        if (!dineIn) {
            throw ProblemException.invalid("table_id", "is only for DINE_IN");
        }
        return seated(transaction.connection(), head, tableId, true);
    }
}
