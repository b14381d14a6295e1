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
        description = "Restart components one after another; with two instances of a service nobody notices.")
final class RestartCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMPONENT",
            arity = "1..*",
            description = "Such as redis or orders-1; a service's name stands for its instances.")
    private List<String> components;

    @Override
    public Integer call() {
        var suite = brigade.suite();
        var progress = new ConsoleProgress(spec.commandLine().getOut());
        for (var component : suite.select(components)) {
            component.stop();
            suite.up(progress, component.name());
        }
        return 0;
    }
}
