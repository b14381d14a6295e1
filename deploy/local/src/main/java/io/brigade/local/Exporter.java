package io.brigade.local;

import io.brigade.local.install.Requirement;
import io.brigade.local.process.Launch;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells Prometheus about a program that does not speak its language, or about the machine. */
final class Exporter extends MonitoringTool {

    private final Supplier<Settings> settings;

    /**
     * Describes an exporter.
     *
     * @param settings asked each time it is started
     */
    Exporter(
            String name,
            StateFolder state,
            int port,
            Requirement requirement,
            ScrapeJob job,
            Supplier<Settings> settings) {
        super(name, state, port, requirement, job);
        this.settings = settings;
    }

    /**
     * What an exporter is told.
     *
     * @param options arguments, which everyone on the machine sees
     * @param variables environment, which only its owner sees: the place for passwords
     */
    record Settings(List<String> options, Map<String, String> variables) {}

    @Override
    String readyPath() {
        return "/";
    }

    @Override
    Launch prepare() {
        var told = settings.get();
        return new Launch(command(told.options()), told.variables(), log());
    }
}
