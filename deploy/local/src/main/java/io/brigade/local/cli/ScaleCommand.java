package io.brigade.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Adds and removes instances. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description =
                "Run that many instances of a service from now on, while everything goes on: not a request fails.")
final class ScaleCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "staff, menu, orders or payments.")
    private String service;

    @Parameters(paramLabel = "COUNT", description = "1 to 9.")
    private int count;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        brigade.suite().scale(service, count, new ConsoleProgress(out));
        out.printf("The gateway asks %d instance%s of %s.%n", count, count == 1 ? "" : "s", service);
        out.flush();
        return 0;
    }
}
