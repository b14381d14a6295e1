package io.brigade.orders.order;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/**
 * Changes orders, one change after another: lock, claim the key, change, save, tell. The lock comes first: it gives the
 * transaction its place in the order in which events are sent, and so the events of one order go out in the order of its
 * versions.
 */
@ApplicationScoped
class OrderChanging {

    private final OrderStore orders;
    private final OrderWriter writer;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;

    @Inject
    OrderChanging(OrderStore orders, OrderWriter writer, Transactions transactions, IdempotencyRecords idempotency) {
        this.orders = orders;
        this.writer = writer;
        this.transactions = transactions;
        this.idempotency = idempotency;
    }

    /** Works out a change of a locked order, in the transaction that writes it. */
    interface Change {
        /** The change; fails with a problem where it is not allowed. */
        Uni<OrderChange> of(Transaction transaction, Order order);
    }

    /** Works out what a change does to several locked orders. */
    interface Changes {
        /** The changes; fails with a problem where one is not allowed. */
        Uni<List<OrderChange>> of(Transaction transaction, List<Order> orders);
    }

    /** Changes one order once for its key; 404 when there is none. */
    Uni<Answer> once(WriteRequest write, long orderId, Change change, Function<Order, Answer> answer) {
        return once(
                write,
                List.of(orderId),
                (transaction, locked) ->
                        change.of(transaction, locked.getFirst()).map(List::of),
                changes -> answer.apply(changes.getFirst().after()));
    }

    /** Changes orders once for the key, all or none; they come in the order asked for; 404 when one is missing. */
    Uni<Answer> once(
            WriteRequest write, List<Long> orderIds, Changes change, Function<List<OrderChange>, Answer> answer) {
        return transactions.run(transaction -> orders.lock(
                        transaction.connection(), write.caller().restaurantId(), orderIds)
                .map(locked -> inOrder(orderIds, locked))
                .chain(locked -> idempotency.once(write, transaction, () -> change.of(transaction, locked)
                        .call(changes -> writeAll(transaction, changes))
                        .map(answer))));
    }

    /** Writes changes one after another. */
    Uni<Void> writeAll(Transaction transaction, List<OrderChange> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> writer.write(transaction, change))
                .collect()
                .last();
    }

    private static List<Order> inOrder(List<Long> orderIds, List<Order> locked) {
        return orderIds.stream()
                .map(id -> locked.stream()
                        .filter(order -> order.orderId() == id)
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("order", id)))
                .toList();
    }
}
