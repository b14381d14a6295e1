package io.brigade.payments.fiscal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps since when the journal has been signed with which key, so that an auditor sees when it was changed. */
@ApplicationScoped
class UsedKeys {

    /** Some twenty seconds: a database that is slow, or just being started, must not end ours. */
    private static final int ATTEMPTS = 10;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final String KEEP =
            "INSERT INTO fiscal_keys (key_id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private final JournalKey key;
    private final Pool pool;

    @Inject
    UsedKeys(JournalKey key, Pool pool) {
        this.key = key;
        this.pool = pool;
    }

    void start(@Observes StartupEvent started) throws Throwable {
        Tuple used = Tuple.of(key.key().id(), key.key().publicPem());
        VertxContextSupport.subscribeAndAwait(() -> pool.preparedQuery(KEEP)
                .execute(used)
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(ATTEMPTS));
    }
}
