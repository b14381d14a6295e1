package io.brigade.platform.sql;

import io.brigade.platform.event.OutboxRelay;
import io.brigade.platform.health.BookingClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs work in one transaction of the reactive client; its events set out as soon as it has committed. Nothing is done
 * while this instance's clock is wrong: work that no request asked for (events, timers) would book on the wrong day, too.
 */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final OutboxRelay relay;
    private final BookingClock clock;

    @Inject
    Transactions(Pool pool, OutboxRelay relay, BookingClock clock) {
        this.pool = pool;
        this.relay = relay;
        this.clock = clock;
    }

    /** Commits when the work succeeds, rolls back when it fails. */
    public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
        return clock.requireRight().chain(() -> {
            List<Runnable> afterCommit = new ArrayList<>();
            return pool.withTransaction(connection -> {
                        Transaction transaction = new Transaction(connection, afterCommit);
                        return work.apply(transaction).call(transaction::conclude);
                    })
                    .invoke(() -> {
                        relay.wake();
                        afterCommit.forEach(Runnable::run);
                    });
        });
    }
}
