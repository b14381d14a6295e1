package io.brigade.local.cli;

import io.brigade.local.install.Prerequisites;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Installs what the suite needs, without starting it. */
@Command(
        name = "prerequisites",
        mixinStandardHelpOptions = true,
        description =
                "Install PostgreSQL, Redis, NGINX, Prometheus, Alertmanager, the exporters, Node.js and Chromium where that"
                        + " is allowed, else say what to install.")
final class PrerequisitesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Prerequisites.ensureAll(new ConsoleProgress(spec.commandLine().getOut())::working);
        return 0;
    }
}
