package io.brigade.menu.carte;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.event.OutboxRelay;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Work;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Runs changes of the carte: change, version, event and idempotency record commit together. The answer waits, for 300 ms
 * at most, until the cache has dropped the older version and the stream has brought the event, as it does to every instance.
 */
@ApplicationScoped
public class CarteChange {

    static final String EVENT_TYPE = "menu.changed";

    /** Names may be swapped within a change; at its end each is there once. */
    private static final String CHECK = "SET CONSTRAINTS ALL IMMEDIATE";

    private final CarteRepository cartes;
    private final CarteVersions versions;
    private final CarteCache cache;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final IdempotencyRecords idempotency;

    @Inject
    CarteChange(
            CarteRepository cartes,
            CarteVersions versions,
            CarteCache cache,
            Outbox outbox,
            OutboxRelay relay,
            IdempotencyRecords idempotency) {
        this.cartes = cartes;
        this.versions = versions;
        this.cache = cache;
        this.outbox = outbox;
        this.relay = relay;
        this.idempotency = idempotency;
    }

    /** What {@code menu.changed} tells. */
    public record Data(long version) {}

    /** Applies a person's edit once; who reads from this instance sees it from the answer on, others as good as at once. */
    public Uni<Answer> apply(WriteRequest write, Function<Change, Uni<Answer>> edit) {
        AtomicLong version = new AtomicLong(); // stays 0 on a replay: nothing changed
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
                    Change change = new Change(write.caller().restaurantId(), Author.of(write.caller()), session);
                    return cartes.lock(change.work(), write.caller())
                            .chain(() -> idempotency.once(write, change.work(), () -> edit.apply(change)
                                    .call(() -> raise(change, version))));
                }))
                .call(() -> version.get() == 0
                        ? Uni.createFrom().voidItem()
                        : tell(write.caller().restaurantId(), version.get()));
    }

    /** Raises the version in a transaction that has changed a locked carte; readers are told once it has committed. */
    public Uni<Void> raise(Transaction transaction, long restaurantId) {
        return raise((Work) transaction, restaurantId)
                .invoke(version -> transaction.afterCommit(
                        () -> tell(restaurantId, version).subscribe().with(_ -> {})))
                .replaceWithVoid();
    }

    private Uni<Void> raise(Change change, AtomicLong raised) {
        return change.session()
                .flush()
                .chain(() -> change.work().update(CHECK, List.of()))
                .chain(() -> change.isNothing()
                        ? takeBack(change)
                        : raise(change.work(), change.restaurantId())
                                .invoke(raised::set)
                                .replaceWithVoid());
    }

    private static Uni<Void> takeBack(Change change) {
        return Panache.currentTransaction()
                .invoke(transaction -> {
                    if (change.isTrial()) {
                        transaction.markForRollback();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Long> raise(Work work, long restaurantId) {
        return cartes.raiseVersion(work, restaurantId)
                .call(version ->
                        outbox.append(work, new Event(EVENT_TYPE, restaurantId, Set.of("menu"), new Data(version))));
    }

    private Uni<Void> tell(long restaurantId, long version) {
        versions.note(restaurantId, version);
        relay.wake();
        return Uni.join()
                .all(cache.invalidate(restaurantId, version), versions.whenTold(restaurantId, version))
                .andCollectFailures()
                .replaceWithVoid();
    }
}
