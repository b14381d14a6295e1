package io.brigade.orders.floor;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.staff.Colleague;
import io.brigade.orders.staff.Colleagues;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes tables: lock, claim the key, change, tell. The lock comes first, as with orders: events go out in the order of
 * the versions.
 */
@ApplicationScoped
class TableService {

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final FloorEvents events;
    private final Colleagues colleagues;
    private final Answers answers;

    @Inject
    TableService(
            Transactions transactions,
            IdempotencyRecords idempotency,
            FloorEvents events,
            Colleagues colleagues,
            Answers answers) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.events = events;
        this.colleagues = colleagues;
        this.answers = answers;
    }

    /** What is done to a table that is locked. */
    private interface Change {
        Uni<Void> of(SqlConnection connection, TableView table);
    }

    /** Answers 201 with the table; 409 when its name is taken. */
    Uni<Answer> add(WriteRequest write, TableEdit table) {
        long restaurantId = write.caller().restaurantId();
        return transactions.run(transaction -> AreaStore.hold(transaction.connection(), restaurantId, table.areaId())
                .chain(() -> idempotency.once(
                        write, transaction, () -> AreaStore.find(transaction.connection(), restaurantId, table.areaId())
                                .chain(() -> TableStore.insert(transaction.connection(), restaurantId, table))
                                .chain(id -> told(transaction, restaurantId, id))
                                .map(answers::created))));
    }

    /** Where it stands and what it is called; 412 when {@code ifMatch} names another version. */
    Uni<Answer> edit(WriteRequest write, long tableId, @Nullable String ifMatch, TableEdit edit) {
        long restaurantId = write.caller().restaurantId();
        return transactions.run(transaction -> AreaStore.hold(transaction.connection(), restaurantId, edit.areaId())
                .chain(() -> change(write, transaction, tableId, (connection, table) -> {
                    EntityTag.requireMatch(ifMatch, table.version(), table);
                    return AreaStore.find(connection, restaurantId, edit.areaId())
                            .chain(() -> TableStore.update(connection, tableId, edit));
                })));
    }

    /** Takes it away; 409 while an order is open on it. Its history stays, its name is free. */
    Uni<Answer> takeAway(WriteRequest write, long tableId) {
        return change(write, tableId, (connection, table) -> {
            if (!table.openOrderIds().isEmpty()) {
                throw ProblemException.of(OrdersProblem.TABLE_OCCUPIED, "Transfer or close its orders first.")
                        .withCurrent(table);
            }
            return TableStore.takeAway(connection, tableId);
        });
    }

    /** Says who serves it. */
    Uni<Answer> assign(WriteRequest write, String bearer, long tableId, TableWaiter request) {
        Long waiterId = request.waiterId();
        Uni<Optional<Colleague>> waiter = waiterId == null
                ? Uni.createFrom().item(Optional.empty())
                : colleagues.find(bearer, waiterId).map(Optional::of);
        return waiter.chain(
                known -> change(write, tableId, (connection, _) -> TableStore.assign(connection, tableId, known)));
    }

    /** Says that whatever guests left on it is gone. */
    Uni<Answer> clear(WriteRequest write, long tableId) {
        return change(write, tableId, (connection, _) -> TableStore.clear(connection, tableId));
    }

    private Uni<Answer> change(WriteRequest write, long tableId, Change change) {
        return transactions.run(transaction -> change(write, transaction, tableId, change));
    }

    private Uni<Answer> change(WriteRequest write, Transaction transaction, long tableId, Change change) {
        long restaurantId = write.caller().restaurantId();
        SqlConnection connection = transaction.connection();
        return TableStore.lock(connection, restaurantId, tableId)
                .chain(() ->
                        idempotency.once(write, transaction, () -> TableStore.find(connection, restaurantId, tableId)
                                .chain(table -> change.of(connection, active(table)))
                                .chain(() -> told(transaction, restaurantId, tableId))
                                .map(answers::ok)));
    }

    private static TableView active(TableView table) {
        if (!table.active()) {
            throw ProblemException.notFound("table", table.tableId());
        }
        return table;
    }

    /** The table as it is now, of which displays are told. */
    private Uni<TableView> told(Transaction transaction, long restaurantId, long tableId) {
        return TableStore.find(transaction.connection(), restaurantId, tableId)
                .call(table -> events.changed(transaction, restaurantId, table));
    }
}
