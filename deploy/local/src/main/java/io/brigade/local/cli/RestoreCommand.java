package io.brigade.local.cli;

import io.brigade.local.SuiteException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Goes back to a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Stop the services, put a backup in the place of the databases, apply the changes made since,"
                + " start again and verify the journal. What was there is kept beside it.")
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private Brigade brigade;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--backup",
            paramLabel = "NAME",
            description = "Which one; the last one before the moment when not given.")
    private @Nullable String name;

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            description = "Apply changes up to that moment only, such as 2026-01-31T20:30:00+01:00.")
    private @Nullable String moment;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var suite = brigade.suite();
        var progress = new ConsoleProgress(out);
        var backup = suite.restore(name, moment(), progress);
        suite.up(progress);
        out.printf("Brigade is up again, with the data of backup %s. Its journal:%n", backup.name());
        out.flush();
        var outcome = brigade.verifyJournal(spec.commandLine().getParent());
        if (outcome != 0) {
            out.println(
                    "If that is what was journalled after the moment: write down when, why and by whom you went back,"
                            + " and see docs/operations.md#restore.");
            out.flush();
        }
        return outcome;
    }

    private @Nullable Instant moment() {
        try {
            return moment == null ? null : OffsetDateTime.parse(moment).toInstant();
        } catch (DateTimeException e) {
            throw new SuiteException(
                    "«" + moment + "» is no moment with an offset, such as 2026-01-31T20:30:00+01:00.", e);
        }
    }
}
