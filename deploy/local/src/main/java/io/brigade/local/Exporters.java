package io.brigade.local;

import io.brigade.local.Exporter.Settings;
import io.brigade.local.install.Requirement;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One exporter for each program of the suite that Prometheus cannot ask itself. */
final class Exporters {

    private final SuiteConfig config;
    private final StateFolder state;
    private final Ports ports;
    private final Path definitions;

    Exporters(SuiteConfig config, StateFolder state) {
        this.config = config;
        this.state = state;
        this.ports = config.ports();
        this.definitions = config.repository().resolve("observability/prometheus");
    }

    /** The machine: disk, memory, processors. */
    Exporter node() {
        return new Exporter(
                "node-exporter",
                state,
                ports.nodeExporter(),
                Requirement.NODE_EXPORTER,
                ScrapeJob.plain("node"),
                // Debian turns it on, and it fails at every scrape where there is no systemd.
                () -> new Settings(
                        List.of("--no-collector.systemd", "--collector.textfile.directory=" + state.figures()),
                        Map.of()));
    }

    /** The primary, or the server that the user brought along. */
    Exporter postgres(Supplier<DatabaseServer> server) {
        return database("postgres-exporter", "primary", ports.postgresExporter(), server);
    }

    /** The streaming replica. */
    Exporter replica(PostgresReplica replica) {
        return database("replica-exporter", "replica", ports.replicaExporter(), replica::asMonitor);
    }

    private Exporter database(String name, String role, int port, Supplier<DatabaseServer> server) {
        var job = ScrapeJob.labelled("postgresql", Map.of("role", role));
        return new Exporter(name, state, port, Requirement.POSTGRES_EXPORTER, job, () -> {
            var asked = server.get();
            return new Settings(
                    List.of("--extend.query-path=" + definitions.resolve("postgres-queries.yml")),
                    Map.of(
                            "DATA_SOURCE_URI",
                            asked.host() + ":" + asked.port() + "/postgres?sslmode=disable",
                            "DATA_SOURCE_USER",
                            asked.user(),
                            "DATA_SOURCE_PASS",
                            asked.password()));
        });
    }

    /** Redis, ours or the one that the user brought along. */
    Exporter redis(Supplier<URI> url) {
        return new Exporter(
                "redis-exporter",
                state,
                ports.redisExporter(),
                Requirement.REDIS_EXPORTER,
                ScrapeJob.plain("redis"),
                () -> new Settings(List.of(), Map.of("REDIS_ADDR", url.get().toString())));
    }

    /** The gateway's counters. */
    Exporter nginx(Gateway gateway) {
        return new Exporter(
                "nginx-exporter",
                state,
                ports.nginxExporter(),
                Requirement.NGINX_EXPORTER,
                ScrapeJob.plain("nginx"),
                () -> new Settings(
                        List.of("--nginx.scrape-uri=" + gateway.internalUrl().resolve("/nginx_status")), Map.of()));
    }

    /** Asks the gateway for each service's health, over TLS and with the gateway's certificate checked. */
    Exporter blackbox(Gateway gateway) {
        return new Exporter(
                "blackbox-exporter",
                state,
                ports.blackboxExporter(),
                Requirement.BLACKBOX_EXPORTER,
                new ScrapeJob("probe", probes()),
                () -> new Settings(List.of("--config.file=" + writeProbe(gateway)), Map.of()));
    }

    /** The exporter is told by parameters of each scrape what to ask. */
    private List<Map<String, String>> probes() {
        return Arrays.stream(ServiceName.values())
                .map(ServiceName::lower)
                .map(service -> Map.of(
                        "service",
                        service,
                        "__param_target",
                        "https://" + config.reachableAddress() + ":"
                                + config.ports().https() + "/health/" + service))
                .toList();
    }

    private Path writeProbe(Gateway gateway) {
        var folder = state.observability().resolve("blackbox-exporter");
        MonitoringTool.write(folder, "blackbox.yml", """
                modules:
                  health:
                    prober: http
                    timeout: 5s
                    http:
                      valid_status_codes: [200]
                      fail_if_not_ssl: true
                      follow_redirects: false
                      preferred_ip_protocol: ip4
                      tls_config:
                        ca_file: "%s"
                        server_name: localhost
                """.formatted(gateway.certificate()));
        return folder.resolve("blackbox.yml");
    }
}
