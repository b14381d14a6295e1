package io.brigade.platform.sql;

import io.brigade.platform.event.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs work in one transaction of the reactive client; its events set out as soon as it has committed. */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final OutboxRelay relay;

    @Inject
    Transactions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Commits when the work succeeds, rolls back when it fails. */
    public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
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
