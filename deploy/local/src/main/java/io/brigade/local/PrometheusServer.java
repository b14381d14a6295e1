package io.brigade.local;

import io.brigade.local.install.Requirement;
import io.brigade.local.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Prometheus with the rules of observability/prometheus; keeps thirty days, and an example trace for slow requests. */
public final class PrometheusServer extends MonitoringTool implements Reloadable {

    private static final Pattern INTERVALS = Pattern.compile("(?m)^( *(?:scrape|evaluation)_interval:) .*$");

    private static final String FILE = "prometheus.yml";
    private static final String RUNBOOKS = "docs/runbooks";

    private final SuiteConfig config;
    private final InstanceCounts counts;
    private final Path source;
    private final Supplier<List<MonitoringTool>> watched;

    /**
     * Describes the server.
     *
     * @param watched the tools that it scrapes besides the services, itself among them
     */
    PrometheusServer(SuiteConfig config, StateFolder state, Supplier<List<MonitoringTool>> watched) {
        super("prometheus", state, config.ports().prometheus(), Requirement.PROMETHEUS, ScrapeJob.plain("prometheus"));
        this.config = config;
        this.counts = new InstanceCounts(config, state);
        this.source = config.repository().resolve("observability/prometheus");
        this.watched = watched;
    }

    @Override
    String readyPath() {
        return "/-/ready";
    }

    /** Targets take effect by being written; the rest is read again when there is a change. */
    @Override
    public boolean reloadIfChanged() {
        var changed = writeConfiguration();
        if (changed) {
            signal("HUP");
        }
        return changed;
    }

    @Override
    Launch prepare() {
        writeConfiguration();
        return new Launch(
                command(List.of(
                        "--config.file=" + folder().resolve(FILE),
                        "--storage.tsdb.path=" + folder().resolve("data"),
                        "--storage.tsdb.retention.time=30d",
                        "--enable-feature=exemplar-storage",
                        "--web.external-url=" + url())),
                Map.of(),
                log());
    }

    /** Instances may come and go in any shell; everything else is set in the one that asked for observability. */
    private boolean writeConfiguration() {
        try {
            new ScrapeTargets(config, counts).write(folder().resolve("targets"), watched.get());
            if (!config.observability() && Files.exists(folder().resolve(FILE))) {
                return false;
            }
            var changed = write(folder(), FILE, main());
            changed |= writeRules();
            return changed;
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + source + ".", e);
        }
    }

    /** Tests cannot wait for fifteen seconds at every turn. */
    private String main() throws IOException {
        var text = Files.readString(source.resolve(FILE));
        return config.variable("BRIGADE_SCRAPE_INTERVAL")
                .map(interval -> INTERVALS.matcher(text).replaceAll("$1 " + interval))
                .orElse(text);
    }

    /** Links must lead somewhere from a phone: to where the team reads its documentation, else to the pages here. */
    private String withRunbooks(String rules) {
        var pages = config.variable("BRIGADE_RUNBOOKS_URL")
                .orElseGet(() -> config.repository().resolve(RUNBOOKS).toUri().toString())
                .replaceAll("/+$", "");
        return rules.replace("runbook_url: " + RUNBOOKS + "/", "runbook_url: " + pages + "/");
    }

    /** A rule file that is gone from the repository must not go on alerting. */
    private boolean writeRules() throws IOException {
        var rules = folder().resolve("rules");
        var changed = false;
        for (var file : ruleFiles(source.resolve("rules"))) {
            changed |= write(rules, file.getFileName().toString(), withRunbooks(Files.readString(file)));
        }
        for (var copy : ruleFiles(rules)) {
            if (!Files.exists(source.resolve("rules").resolve(copy.getFileName()))) {
                Files.delete(copy);
                changed = true;
            }
        }
        return changed;
    }

    private static List<Path> ruleFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
