package io.brigade.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Installs what the suite needs, without starting it. */
@Command(
        name = "prerequisites",
        mixinStandardHelpOptions = true,
        description =
                "Install PostgreSQL, Redis, NGINX, Prometheus, Alertmanager, the exporters, Node.js and Chromium where that"
                        + " is allowed, else say what to install.")
final class PrerequisitesCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        brigade.suite()
                .installPrerequisites(new ConsoleProgress(spec.commandLine().getOut()));
        return 0;
    }
}
