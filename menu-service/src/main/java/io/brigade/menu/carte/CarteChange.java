package io.brigade.menu.carte;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.event.OutboxRelay;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.sql.SessionWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Runs a change of the carte: change, version, event and idempotency record commit together, then the cache drops it. */
@ApplicationScoped
public class CarteChange {

    static final String EVENT_TYPE = "menu.changed";

    private final CarteRepository cartes;
    private final CarteCache cache;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final IdempotencyRecords idempotency;

    @Inject
    CarteChange(
            CarteRepository cartes,
            CarteCache cache,
            Outbox outbox,
            OutboxRelay relay,
            IdempotencyRecords idempotency) {
        this.cartes = cartes;
        this.cache = cache;
        this.outbox = outbox;
        this.relay = relay;
        this.idempotency = idempotency;
    }

    /** What {@code menu.changed} tells. */
    public record Data(long version) {}

    /** Applies the edit once; the answer is given when every reader sees the change. */
    public Uni<Answer> apply(WriteRequest write, Supplier<Uni<Answer>> edit) {
        long restaurantId = write.caller().restaurantId();
        AtomicLong version = new AtomicLong(); // stays 0 on a replay: nothing changed
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
                    SessionWork work = new SessionWork(session);
                    return cartes.lock(work, restaurantId)
                            .chain(() -> idempotency.once(
                                    write, work, () -> edit.get().call(() -> raise(work, restaurantId, version))));
                }))
                .call(() -> version.get() == 0
                        ? Uni.createFrom().voidItem()
                        : cache.invalidate(restaurantId, version.get()).invoke(relay::wake));
    }

    private Uni<Void> raise(SessionWork work, long restaurantId, AtomicLong raised) {
        return cartes.raiseVersion(work, restaurantId)
                .invoke(raised::set)
                .chain(version ->
                        outbox.append(work, new Event(EVENT_TYPE, restaurantId, Set.of("menu"), new Data(version))));
    }
}
