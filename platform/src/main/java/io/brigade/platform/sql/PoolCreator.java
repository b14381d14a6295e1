package io.brigade.platform.sql;

import io.brigade.platform.config.ServiceConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool so that a database that is away or stuck is an answer within seconds and never a hanging request, and
 * so that no forgotten transaction holds rows.
 */
@Singleton
public class PoolCreator implements PgPoolCreator {

    private final ServiceConfig config;

    @Inject
    PoolCreator(ServiceConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(server -> {
            server.setConnectTimeout(2_000);
            server.getProperties().putAll(session(config));
        });
        return PgBuilder.pool()
                .with(input.poolOptions().setConnectionTimeout(3).setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }

    /** Session settings of every connection. The server enforces them even when the client has died. */
    static Map<String, String> session(ServiceConfig config) {
        return Map.of(
                "application_name", config.instance(),
                "lock_timeout", "2000",
                "statement_timeout", "5000",
                "idle_in_transaction_session_timeout", "10000",
                "timezone", "UTC");
    }
}
