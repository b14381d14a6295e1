package io.brigade.platform.event;

import io.brigade.platform.config.ServiceConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes one instance of the service the relay's leader: the one whose connection holds an advisory lock. The others
 * wait for that lock in the database, so that the next leads at once when the leader's connection ends.
 */
@ApplicationScoped
class RelayLeadership {

    /** Channel on which the other instances tell the leader of new rows. */
    static final String CHANNEL = "outbox";

    private static final String LOCK = "SELECT pg_advisory_lock(hashtextextended('brigade.outbox-relay', 0))";
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
            return connected
                    .query(LOCK)
                    .execute()
                    .chain(() -> connected.query("LISTEN " + CHANNEL).execute())
                    .invoke(elected)
                    .chain(() -> Uni.createFrom().completionStage(closed))
                    .onTermination()
                    .invoke(ended)
                    .onTermination()
                    .call(connected::close);
        });
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
