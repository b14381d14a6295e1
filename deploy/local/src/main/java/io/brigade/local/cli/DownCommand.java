package io.brigade.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Stops everything. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop everything. Data stay unless --wipe is given.")
final class DownCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--wipe",
            description =
                    "Then remove all data, logs and secrets. Backups stay, with the secrets that they need beside them;"
                            + " databases of a server of your own are not touched.")
    private boolean wipe;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var suite = brigade.suiteWithAllInstances();
        suite.down(new ConsoleProgress(out));
        if (wipe) {
            suite.wipe();
        }
        suite.standingAside().forEach(path -> out.printf("  stays until you remove it: %s%n", path));
        out.println(wipe ? "Brigade is down; its data are removed." : "Brigade is down; its data are kept.");
        out.flush();
        return 0;
    }
}
