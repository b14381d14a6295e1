package io.brigade.local;

import io.brigade.local.process.LogTail;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a backup in the place of the databases and brings it to a moment. What was there stands aside. */
final class Restore {

    private static final String RESTORE_COMMAND = "restore_command";
    private static final String TIMELINE = "recovery_target_timeline";
    private static final String ACTION = "recovery_target_action";
    private static final String MOMENT = "recovery_target_time";

    private static final String LAST_CHANGE = "last completed transaction was at log time ";

    /** For a primary that works. A copy of it would stop there, too, and be a primary instead of a replica. */
    static final String FORGET_WHERE_TO_STOP = Stream.of(RESTORE_COMMAND, TIMELINE, ACTION, MOMENT)
            .map(name -> "ALTER SYSTEM RESET " + name + ";\n")
            .collect(Collectors.joining());

    private final SuiteConfig config;
    private final PostgresPrimary primary;

    Restore(SuiteConfig config, PostgresPrimary primary) {
        this.config = config;
        this.primary = primary;
    }

    /**
     * Of a primary that is stopped. It runs when this returns.
     *
     * @param moment to which changes are applied; all there are when it is null
     * @throws SuiteException when the changes do not reach to the moment; then the primary is
     *     stopped, and what was there is there again
     */
    void run(BaseBackup backup, @Nullable Instant moment, Progress progress) {
        progress.working("comparing backup " + backup.name() + " with its checksums");
        Backup.verify(primary, backup.data());
        progress.working("copying it");
        var draft = primary.folder().resolve("primary.restored");
        copy(backup.data(), draft);
        var former = SetAside.of(primary.data(), "before-restore");
        former.ifPresent(path -> progress.working("what was there now stands in " + path));
        try {
            prepare(draft, backup, former.orElse(draft), moment);
            Files.move(draft, primary.data());
        } catch (IOException e) {
            throw new SuiteException("Cannot write in " + primary.folder() + ".", e);
        }
        progress.working("applying the changes made since");
        var log = new LogTail(primary.log());
        try {
            primary.start();
        } catch (SuiteException failure) {
            putBack(former);
            throw new SuiteException(
                    "The backup could not be brought there. "
                            + (former.isPresent() ? "Nothing has changed: ./brigade up\n" : "")
                            + "If nobody changed anything after that moment, leave it out. " + failure.text(),
                    failure);
        }
        lastChange(log).ifPresent(at -> progress.working("the last change in it was made at " + at));
    }

    /** As PostgreSQL tells it; nothing when there was nothing to apply. */
    private static Optional<String> lastChange(LogTail log) {
        return log.newLines().stream()
                .filter(line -> line.contains(LAST_CHANGE))
                .map(line -> line.substring(line.indexOf(LAST_CHANGE) + LAST_CHANGE.length()))
                .findFirst();
    }

    private void putBack(Optional<Path> former) {
        primary.stop();
        try {
            StateFolder.deleteTree(primary.data());
            if (former.isPresent()) {
                Files.move(former.get(), primary.data());
            }
        } catch (IOException e) {
            throw new SuiteException(
                    "Cannot write in " + primary.folder() + "; what was there stands in " + former + ".", e);
        }
    }

    /**
     * The backup of that name; the last one before the moment when it is null.
     *
     * @throws SuiteException when there is none
     */
    BaseBackup choose(@Nullable String name, @Nullable Instant moment) {
        return BackupFolder.all(config.backups()).stream()
                .flatMap(folder -> folder.complete().stream())
                .filter(backup -> name == null || backup.name().equals(name))
                .filter(backup -> moment == null || !backup.ended().isAfter(moment))
                .max(Comparator.comparing(BaseBackup::ended))
                .orElseThrow(() -> new SuiteException("There is no such backup in " + config.backups()
                        + (moment == null ? "" : " that had ended by " + moment)
                        + ". There are: ./brigade backup --list"));
    }

    private static void copy(Path from, Path to) {
        try {
            StateFolder.deleteTree(to);
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + to + ".", e);
        }
        Shell.run("cp", "-a", from.toString(), to.toString()).orFail("The backup could not be copied");
    }

    private static void prepare(Path data, BaseBackup backup, Path former, @Nullable Instant moment)
            throws IOException {
        var settings = List.of(
                setting(RESTORE_COMMAND, backup.folder().restoreCommand(former)),
                setting(TIMELINE, "latest"),
                setting(ACTION, "promote"),
                setting(
                        MOMENT,
                        Optional.ofNullable(moment).map(Restore::forPostgres).orElse("")),
                // The replica of now is not one of then.
                setting("synchronous_standby_names", ""));
        Files.writeString(data.resolve("postgresql.auto.conf"), String.join("", settings), StandardOpenOption.APPEND);
        Files.createFile(data.resolve("recovery.signal"));
    }

    private static String forPostgres(Instant moment) {
        return moment.toString().replace('T', ' ').replace("Z", "+00");
    }

    private static String setting(String name, String value) {
        return name + " = '" + value.replace("'", "''") + "'\n";
    }
}
