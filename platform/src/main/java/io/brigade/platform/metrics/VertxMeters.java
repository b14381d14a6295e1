package io.brigade.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Vert.x knows and nobody else: {@code database_pool_*} of the primary and {@code active_connections} of clients.
 * Everything else that Vert.x could measure stays off, because it costs on every request.
 */
@ApplicationScoped
class VertxMeters implements VertxOptionsCustomizer, VertxMetrics {

    private static final String SQL_POOL = "sql";

    private final ConcurrentMap<Integer, ServerConnections> servers = new ConcurrentHashMap<>();
    private final int managementPort;
    private volatile PoolUsage primary = new PoolUsage(0);

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
        primary = new PoolUsage(maxSize);
        return primary;
    }

    @Override
    public @Nullable HttpServerMetrics<?, ?, ?> createHttpServerMetrics(
            HttpServerOptions options, SocketAddress address) {
        return address.port() == managementPort
                ? null
                : servers.computeIfAbsent(address.port(), _ -> new ServerConnections());
    }

    void register(@Observes StartupEvent starting, MeterRegistry registry, Pool pool) {
        pool(registry, "active", "Connections in use", usage -> usage.primary.active());
        pool(registry, "pending", "Callers waiting for a connection", usage -> usage.primary.pending());
        pool(registry, "max", "Connections that there may be", usage -> usage.primary.max());
        pool(registry, "size", "Connections that are open", _ -> pool.size());
        Gauge.builder("active.connections", this, VertxMeters::openConnections)
                .description("Open HTTP connections of clients")
                .register(registry);
    }

    private void pool(MeterRegistry registry, String what, String description, ToDoubleFunction<VertxMeters> value) {
        Gauge.builder("database.pool." + what, this, value)
                .description(description)
                .tag("datasource", "primary")
                .register(registry);
    }

    private double openConnections() {
        return servers.values().stream().mapToInt(ServerConnections::open).sum();
    }
}
