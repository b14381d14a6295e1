package io.brigade.local.cli;

import io.brigade.local.Suite;
import io.brigade.local.SuiteException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Copies the databases. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copy the databases while they work, compare the copy with its checksums, and keep every change"
                + " from the first backup on.")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Option(names = "--list", description = "Only tell which there are.")
    private boolean list;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "7",
            description = "Remove all but the last N backups, and the changes that only they need. Default: 7.")
    private int keep;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var suite = brigade.suite();
        if (list) {
            list(suite, out);
        } else {
            make(suite, out);
        }
        out.flush();
        return 0;
    }

    private void make(Suite suite, PrintWriter out) {
        if (keep < 1) {
            throw new SuiteException("--keep must be 1 or more, and is " + keep + ".");
        }
        var backup = suite.backup(keep, new ConsoleProgress(out));
        out.printf("Backup %s is complete: %s%n", backup.name(), backup.data());
        out.printf("Keep apart from it, and as long: %s%n", suite.state().secrets());
        out.println("To go back to it or to any later moment: ./brigade restore");
    }

    private static void list(Suite suite, PrintWriter out) {
        var all = suite.backups();
        all.forEach(backup -> out.printf("%s  ended %s  %s%n", backup.name(), backup.ended(), backup.data()));
        if (all.isEmpty()) {
            out.println("There is no backup yet: ./brigade backup");
        }
    }
}
