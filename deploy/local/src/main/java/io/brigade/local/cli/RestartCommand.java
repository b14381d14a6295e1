package io.brigade.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Restarts components one after another. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Restart components one after another, all instances of all services when none is named; with two"
                + " instances of a service not a request fails.")
final class RestartCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMPONENT",
            description = "Such as redis or orders-1; a service's name stands for its instances.")
    private List<String> components = List.of();

    @Override
    public Integer call() {
        brigade.suite().restart(new ConsoleProgress(spec.commandLine().getOut()), components.toArray(String[]::new));
        return 0;
    }
}
