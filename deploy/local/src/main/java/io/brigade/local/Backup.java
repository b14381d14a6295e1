package io.brigade.local;

import io.brigade.local.process.Patience;
import io.brigade.local.process.Shell;
import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Copies the primary while it works, and keeps every change from then on. */
final class Backup {

    private static final Duration UNTIL_ARCHIVED = Duration.ofSeconds(60);

    /** Begins another file of changes. At night there may be none since the last one, so one is made first. */
    private static final String END_FILE =
            "SELECT pg_walfile_name(pg_switch_wal()) FROM pg_create_restore_point('backup')";

    private final PostgresPrimary primary;
    private final Secrets secrets;
    private final StateFolder state;
    private final BackupFolder folder;

    Backup(PostgresPrimary primary, StateFolder state, Secrets secrets) {
        this.primary = requireReady(primary);
        this.state = state;
        this.secrets = secrets;
        this.folder = primary.backups();
    }

    /**
     * Returns when the copy is verified against its checksums and the changes up to its end are archived.
     *
     * @param keep so many stay; older ones are removed, with the changes that only they need
     */
    BaseBackup run(int keep, Progress progress) {
        var account = makeFolders();
        var name = SetAside.now();
        var draft = folder.base().resolve("draft");
        try {
            StateFolder.deleteTree(draft);
            progress.working("copying the databases");
            Shell.run(Map.of("PGPASSWORD", secrets.replicationPassword()), account.wrap(copyTo(draft)))
                    .orFail("The databases could not be copied");
            progress.working("comparing the copy with its checksums");
            verify(primary, draft);
            awaitArchived(progress);
            Files.move(draft, folder.base().resolve(name));
        } catch (IOException e) {
            throw new SuiteException("Cannot write in " + folder.base() + ".", e);
        }
        var backup = new BaseBackup(folder, name, Instant.now());
        backup.write();
        tell(backup);
        removeAllBut(keep, progress);
        return backup;
    }

    static void verify(PostgresPrimary installation, Path copy) {
        Shell.run(installation.program("pg_verifybackup"), "-q", copy.toString())
                .orFail(copy + " is damaged; use another one (./brigade backup --list)");
    }

    private static PostgresPrimary requireReady(PostgresPrimary primary) {
        if (!primary.isReady()) {
            throw new SuiteException(
                    "PostgreSQL does not work, and is copied while it does. Start it: ./brigade up postgres");
        }
        return primary;
    }

    private Unprivileged makeFolders() {
        try {
            Files.createDirectories(folder.base());
            Files.createDirectories(folder.wal());
            var account = Unprivileged.forFolder(folder.folder());
            account.own(folder.folder());
            markBegun();
            return account;
        } catch (IOException e) {
            throw new SuiteException(
                    "Cannot write in " + folder.folder() + ". Name a folder that can be: BRIGADE_BACKUPS", e);
        }
    }

    private void markBegun() throws IOException {
        var begun = primary.archivingBegun();
        if (!Files.exists(begun)) {
            Files.createFile(begun);
        }
    }

    private List<String> copyTo(Path target) {
        return List.of(
                primary.program("pg_basebackup"),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(primary.port()),
                "-U",
                PostgresPrimary.REPLICATION,
                "-D",
                target.toString(),
                "-X",
                "stream",
                "-c",
                "fast",
                "--manifest-checksums=SHA256");
    }

    /** Read by the node exporter, so that an alert rings when there has been none for long. */
    private void tell(BaseBackup backup) {
        MonitoringTool.write(
                state.figures(), "backup.prom", """
                # HELP last_backup_timestamp_seconds When the last backup of the databases was complete, since 1970
                # TYPE last_backup_timestamp_seconds gauge
                last_backup_timestamp_seconds %d
                """.formatted(backup.ended().getEpochSecond()));
    }

    /** A backup whose changes are not archived can't be brought to any later moment, and nobody would notice. */
    private void awaitArchived(Progress progress) {
        progress.working("archiving the changes made meanwhile");
        var last = primary.sql(END_FILE).strip();
        var archived = folder.wal().resolve(last + ".gz");
        if (!Patience.until(UNTIL_ARCHIVED, () -> Files.exists(archived))) {
            throw new SuiteException("PostgreSQL does not archive its changes: " + archived + " is missing. It says in "
                    + primary.log() + " why.");
        }
    }

    private void removeAllBut(int keep, Progress progress) {
        var all = folder.complete();
        var old = all.subList(0, Math.max(0, all.size() - keep));
        if (old.isEmpty()) {
            return;
        }
        old.forEach(backup -> {
            progress.working("removing " + backup.name());
            backup.remove();
        });
        var oldest = folder.complete().getFirst();
        Shell.run(
                        primary.program("pg_archivecleanup"),
                        "-x",
                        ".gz",
                        folder.wal().toString(),
                        oldest.firstWal())
                .orFail("Changes that nobody needs any more could not be removed");
    }
}
