package io.brigade.local;

import io.brigade.local.install.Requirement;
import io.brigade.local.process.Launch;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Alertmanager with the routes of observability/alertmanager, alone: it talks to no other. */
public final class Alertmanager extends MonitoringTool implements Reloadable {

    private static final String FILE = "alertmanager.yml";

    private final SuiteConfig config;
    private final AlertmanagerConfiguration configuration;

    Alertmanager(SuiteConfig config, StateFolder state) {
        super(
                "alertmanager",
                state,
                config.ports().alertmanager(),
                Requirement.ALERTMANAGER,
                ScrapeJob.plain("alertmanager"));
        this.config = config;
        this.configuration = new AlertmanagerConfiguration(config);
    }

    /** Where alerts go besides its own page, as it is configured now: empty when nobody is told. */
    public List<String> recipients() {
        return AlertmanagerConfiguration.recipients(folder().resolve(FILE));
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

    /** Who only looks after the suite, in a shell without the settings for Slack and mail, must not lose them. */
    private boolean writeConfiguration() {
        if (!config.observability() && Files.exists(folder().resolve(FILE))) {
            return false;
        }
        var changed = write(folder(), FILE, configuration.text());
        for (var template : configuration.templates().entrySet()) {
            changed |= write(folder().resolve("templates"), template.getKey(), template.getValue());
        }
        return changed;
    }
}
