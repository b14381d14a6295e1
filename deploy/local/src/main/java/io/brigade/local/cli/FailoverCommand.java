package io.brigade.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The replica takes over. */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description = "Make the replica the primary, because the primary is lost or to be replaced, and copy a new"
                + " replica. Services go on by themselves.")
final class FailoverCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        brigade.suite().failover(new ConsoleProgress(out));
        out.println("The replica is the primary. Whether the journal lost its last entries:");
        out.flush();
        return brigade.verifyJournal(spec.commandLine().getParent());
    }
}
