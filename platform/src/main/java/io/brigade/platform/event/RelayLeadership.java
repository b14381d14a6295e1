package io.brigade.platform.event;

import io.brigade.platform.config.ServiceConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes one instance of the service the relay's leader: the one whose connection holds an advisory lock. The others try
 * twice a second. (Waiting for it inside the database would hold a snapshot for as long, and with it the vacuum.)
 */
@ApplicationScoped
class RelayLeadership {

    /** Channel on which the other instances tell the leader of new rows. */
    static final String CHANNEL = "outbox";

    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_lock(hashtextextended('brigade.outbox-relay', 0)) AS elected";

    private static final Duration RETRY = Duration.ofMillis(500);
    /** A leader whose machine has vanished loses its lock after half a minute, not after two hours. */
    private static final Map<String, String> KEEPALIVE =
            Map.of("tcp_keepalives_idle", "10", "tcp_keepalives_interval", "5", "tcp_keepalives_count", "4");

    private final Vertx vertx;
    private final ServiceConfig config;
    private @Nullable PgConnection connection;

    @Inject
    RelayLeadership(Vertx vertx, ServiceConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Waits to be elected, runs {@code elected}, and completes when leadership has ended. */
    Uni<Void> lead(Runnable elected, Runnable woken, Runnable ended) {
        return PgConnection.connect(vertx, options()).chain(connected -> {
            connection = connected;
            CompletableFuture<Void> closed = new CompletableFuture<>();
            connected.closeHandler(() -> closed.complete(null));
            connected.notificationHandler(_ -> woken.run());
            return election(connected)
                    .chain(() -> connected.query("LISTEN " + CHANNEL).execute())
                    .invoke(elected)
                    .chain(() -> Uni.createFrom().completionStage(closed))
                    .onTermination()
                    .invoke(ended)
                    .onTermination()
                    .call(connected::close);
        });
    }

    private static Uni<Void> election(PgConnection connection) {
        return Uni.createFrom()
                .deferred(() -> connection.query(TRY_LOCK).execute())
                .map(rows -> rows.iterator().next().getBoolean("elected"))
                .call(elected -> elected
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().voidItem().onItem().delayIt().by(RETRY))
                .repeat()
                .until(elected -> elected)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Gives leadership up. */
    void resign() {
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    private PgConnectOptions options() {
        ServiceConfig.Db db = config.db();
        PgConnectOptions options = new PgConnectOptions()
                .setHost(db.host())
                .setPort(db.port())
                .setDatabase(db.name())
                .setUser(db.user())
                .setPassword(db.password());
        options.getProperties().putAll(KEEPALIVE);
        options.getProperties().put("application_name", config.instance() + "-relay");
        options.setConnectTimeout(2_000);
        return options;
    }
}
