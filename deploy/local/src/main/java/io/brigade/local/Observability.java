package io.brigade.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prometheus, Alertmanager and the exporters: what watches a suite, and what a suite does without unless asked. */
final class Observability {

    private final SuiteConfig config;
    private final List<MonitoringTool> tools = new ArrayList<>();
    private final PrometheusServer prometheus;
    private final Alertmanager alertmanager;

    /**
     * The tools for a suite of these parts.
     *
     * @param postgres ours; without it, {@code database} is asked
     */
    Observability(
            SuiteConfig config,
            StateFolder state,
            Gateway gateway,
            @Nullable PostgresPrimary postgres,
            @Nullable PostgresReplica replica,
            Supplier<DatabaseServer> database,
            Supplier<URI> redis) {
        this.config = config;
        var exporters = new Exporters(config, state);
        this.alertmanager = new Alertmanager(config, state);
        this.prometheus = new PrometheusServer(config, state, this::tools);
        tools.add(exporters.node());
        tools.add(exporters.postgres(postgres == null ? database : postgres::asMonitor));
        if (replica != null) {
            tools.add(exporters.replica(replica));
        }
        tools.add(exporters.redis(redis));
        tools.add(exporters.nginx(gateway));
        tools.add(exporters.blackbox(gateway));
        tools.add(alertmanager);
        tools.add(prometheus);
    }

    /** All of them, in the order in which they start. */
    List<MonitoringTool> tools() {
        return List.copyOf(tools);
    }

    /** Whether they belong to the suite now: because that was asked for, or because they run. */
    boolean isPresent() {
        return config.observability()
                || tools.stream().anyMatch(tool -> tool.process().isPresent());
    }

    PrometheusServer prometheus() {
        return prometheus;
    }

    Alertmanager alertmanager() {
        return alertmanager;
    }
}
