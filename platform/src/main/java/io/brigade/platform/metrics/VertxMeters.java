package io.brigade.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Vert.x knows and nobody else: {@code database_pool_*} of the primary and, where there is one, of the replica, and
 * {@code active_connections} of clients.
 * Everything else that Vert.x could measure stays off, because it costs on every request.
 */
@ApplicationScoped
class VertxMeters implements VertxOptionsCustomizer, VertxMetrics {

    private static final String SQL_POOL = "sql";
    private static final String PRIMARY = "primary";
    /** Name of the data source and of its pool. */
    private static final String REPLICA = "replica";
    /** Longer than a pool lets anybody wait, see {@code PoolCreator}. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ConcurrentMap<Integer, ServerConnections> servers = new ConcurrentHashMap<>();
    private final int managementPort;
    private final ConcurrentMap<String, PoolUsage> pools = new ConcurrentHashMap<>();

    @Inject
    VertxMeters(@ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") int managementPort) {
        this.managementPort = managementPort;
    }

    @Override
    @SuppressWarnings("deprecation") // its successor, VertxBuilder, is in Quarkus' hands
    public void accept(VertxOptions options) {
        options.setMetricsOptions(new MetricsOptions().setEnabled(true).setFactory(_ -> this));
    }

    @Override
    public @Nullable PoolMetrics<?> createPoolMetrics(String type, @Nullable String name, int maxSize) {
        if (!type.equals(SQL_POOL)) {
            return null;
        }
        PoolUsage usage = new PoolUsage(maxSize, LONGEST_WAIT);
        pools.put(REPLICA.equals(name) ? REPLICA : PRIMARY, usage);
        return usage;
    }

    @Override
    public @Nullable HttpServerMetrics<?, ?, ?> createHttpServerMetrics(
            HttpServerOptions options, SocketAddress address) {
        return address.port() == managementPort
                ? null
                : servers.computeIfAbsent(address.port(), _ -> new ServerConnections());
    }

    void register(@Observes StartupEvent starting, MeterRegistry registry, Pool primary, @Any Instance<Pool> all) {
        pool(registry, PRIMARY, primary);
        Instance<Pool> replica = all.select(new ReactiveDataSource.ReactiveDataSourceLiteral(REPLICA));
        if (replica.isResolvable()) {
            pool(registry, REPLICA, replica.get());
        }
        Gauge.builder("active.connections", this, VertxMeters::openConnections)
                .description("Open HTTP connections of clients")
                .register(registry);
    }

    private void pool(MeterRegistry registry, String datasource, Pool pool) {
        gauge(registry, datasource, "active", "Connections in use", () -> usage(datasource)
                .active());
        gauge(registry, datasource, "pending", "Callers waiting for a connection", () -> usage(datasource)
                .pending());
        gauge(registry, datasource, "max", "Connections that there may be", () -> usage(datasource)
                .max());
        gauge(registry, datasource, "size", "Connections that are open", pool::size);
    }

    private PoolUsage usage(String datasource) {
        return pools.computeIfAbsent(datasource, _ -> new PoolUsage(0, LONGEST_WAIT));
    }

    private static void gauge(
            MeterRegistry registry, String datasource, String what, String description, Supplier<Number> value) {
        Gauge.builder("database.pool." + what, value)
                .description(description)
                .tag("datasource", datasource)
                .register(registry);
    }

    private double openConnections() {
        return servers.values().stream().mapToInt(ServerConnections::open).sum();
    }
}
