package io.brigade.menu.carte;

import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Puts back on what was sold out until a moment that has passed. Every instance looks, every two seconds; under the
 * carte's lock only the first of them finds something to do.
 */
@ApplicationScoped
class ComingBack {

    private static final Logger LOG = Logger.getLogger(ComingBack.class);
    private static final long LOOK_EVERY_MS = 2_000;

    /** Index: dishes_coming_back, formules_coming_back. */
    private static final String DUE = """
            SELECT restaurant_id FROM dishes WHERE sold_out_until <= now()
            UNION SELECT restaurant_id FROM formules WHERE sold_out_until <= now()""";

    private static final String DISHES = """
            UPDATE dishes SET available = true, sold_out_until = NULL, version = version + 1
            WHERE restaurant_id = $1 AND sold_out_until <= now()""";

    private static final String FORMULES = """
            UPDATE formules SET available = true, sold_out_until = NULL, version = version + 1
            WHERE restaurant_id = $1 AND sold_out_until <= now()""";

    private final CarteRepository cartes;
    private final CarteChange changes;
    private final Transactions transactions;
    private final Pool pool;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long timer;

    @Inject
    ComingBack(CarteRepository cartes, CarteChange changes, Transactions transactions, Pool pool, Vertx vertx) {
        this.cartes = cartes;
        this.changes = changes;
        this.transactions = transactions;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(LOOK_EVERY_MS, _ -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            due().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("what comes back waits: %s", failure.getMessage()));
        }
    }

    private Uni<Void> due() {
        return pool.query(DUE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("restaurant_id"))
                        .toList())
                .onItem()
                .transformToMulti(restaurants -> Multi.createFrom().iterable(restaurants))
                .onItem()
                .transformToUniAndConcatenate(
                        restaurantId -> transactions.run(transaction -> putBack(transaction, restaurantId)))
                .collect()
                .last();
    }

    private Uni<Void> putBack(Transaction transaction, long restaurantId) {
        List<?> restaurant = List.of(restaurantId);
        return cartes.lock(transaction, restaurantId)
                .chain(() -> transaction.update(DISHES, restaurant))
                .chain(dishes -> transaction.update(FORMULES, restaurant).map(formules -> dishes + formules))
                .chain(back -> back == 0 ? Uni.createFrom().voidItem() : changes.raise(transaction, restaurantId));
    }
}
