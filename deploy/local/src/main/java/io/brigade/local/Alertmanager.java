package io.brigade.local;

import io.brigade.local.install.Requirement;
import io.brigade.local.process.Launch;
import java.util.List;
import java.util.Map;

/** Alertmanager with the routes of observability/alertmanager, alone: it talks to no other. */
public final class Alertmanager extends MonitoringTool implements Reloadable {

    private static final String FILE = "alertmanager.yml";

    private final AlertmanagerConfiguration configuration;

    Alertmanager(SuiteConfig config, StateFolder state) {
        super(
                "alertmanager",
                state,
                config.ports().alertmanager(),
                Requirement.ALERTMANAGER,
                ScrapeJob.plain("alertmanager"));
        this.configuration = new AlertmanagerConfiguration(config);
    }

    /** Where alerts go besides its own page: empty when nobody is told. */
    public List<String> recipients() {
        return configuration.recipients();
    }

    @Override
    String readyPath() {
        return "/-/ready";
    }

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
                        "--storage.path=" + folder().resolve("data"),
                        "--cluster.listen-address=",
                        "--web.external-url=" + url())),
                Map.of(),
                log());
    }

    private boolean writeConfiguration() {
        var changed = write(folder(), FILE, configuration.text());
        for (var template : configuration.templates().entrySet()) {
            changed |= write(folder().resolve("templates"), template.getKey(), template.getValue());
        }
        return changed;
    }
}
