package io.brigade.orders.floor;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes areas. */
@ApplicationScoped
class AreaService {

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final FloorEvents events;
    private final Answers answers;

    @Inject
    AreaService(Transactions transactions, IdempotencyRecords idempotency, FloorEvents events, Answers answers) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.events = events;
        this.answers = answers;
    }

    /** Answers 201 with the area; 409 when its name is taken. */
    Uni<Answer> add(WriteRequest write, AreaEdit area) {
        return transactions.run(transaction -> idempotency.once(write, transaction, () -> AreaStore.insert(
                        transaction.connection(), write.caller().restaurantId(), area)
                .map(answers::created)));
    }

    /** Name and position, which its tables show too; 412 when {@code ifMatch} names another version. */
    Uni<Answer> edit(WriteRequest write, long areaId, @Nullable String ifMatch, AreaEdit edit) {
        long restaurantId = write.caller().restaurantId();
        return change(write, areaId, transaction -> AreaStore.find(transaction.connection(), restaurantId, areaId)
                .invoke(area -> EntityTag.requireMatch(ifMatch, area.version(), area))
                .chain(() -> AreaStore.update(transaction.connection(), areaId, edit))
                .call(() -> tellOfTables(transaction, restaurantId, areaId)));
    }

    /** Takes it away; 409 while there are tables in it. */
    Uni<Answer> takeAway(WriteRequest write, long areaId) {
        long restaurantId = write.caller().restaurantId();
        return change(write, areaId, transaction -> AreaStore.find(transaction.connection(), restaurantId, areaId)
                .call(() -> requireEmpty(transaction, restaurantId, areaId))
                .chain(() -> AreaStore.takeAway(transaction.connection(), areaId)));
    }

    /** The lock comes first, as with orders: events go out in the order of the changes. */
    private Uni<Answer> change(WriteRequest write, long areaId, Function<Transaction, Uni<AreaView>> change) {
        return transactions.run(transaction -> AreaStore.lock(
                        transaction.connection(), write.caller().restaurantId(), areaId)
                .chain(() -> idempotency.once(
                        write, transaction, () -> change.apply(transaction).map(answers::ok))));
    }

    private Uni<Void> tellOfTables(Transaction transaction, long restaurantId, long areaId) {
        return TableStore.changed(transaction.connection(), areaId)
                .chain(() -> TableStore.inArea(transaction.connection(), restaurantId, areaId))
                .chain(tables -> events.changed(transaction, restaurantId, tables));
    }

    private static Uni<Void> requireEmpty(Transaction transaction, long restaurantId, long areaId) {
        return TableStore.inArea(transaction.connection(), restaurantId, areaId)
                .invoke(tables -> {
                    if (!tables.isEmpty()) {
                        throw ProblemException.of(
                                OrdersProblem.AREA_NOT_EMPTY, "Move its tables to another area or take them away.");
                    }
                })
                .replaceWithVoid();
    }
}
