package io.brigade.local;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Launch;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What primary and replica have in common: one data folder, one server process, TCP on the loopback only. */
abstract class Postgres extends ProcessComponent {

    /** Durable and sized for 2 instances of 4 services; jit costs more than it gives for short statements. */
    static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            // Nine instances of four services, each with a pool of ten and the relay's own, and room for people.
            "max_connections=420",
            "fsync=on",
            "full_page_writes=on",
            "wal_level=replica",
            "archive_mode=on",
            // So much may be lost with the disk, unless there is a replica.
            "archive_timeout=60",
            "max_wal_senders=6",
            "max_replication_slots=4",
            "max_slot_wal_keep_size=1GB",
            "hot_standby=on",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "logging_collector=off",
            "log_line_prefix=%m [%p] %q%u@%d ");

    static final String ADMIN = "postgres";

    private final SuiteConfig config;
    private final Path folder;
    private final Path data;
    private final int port;

    Postgres(String name, SuiteConfig config, StateFolder state, String dataFolder, int port) {
        super(name, state, state.postgres());
        this.config = config;
        this.folder = state.postgres();
        this.data = folder.resolve(dataFolder);
        this.port = port;
    }

    /** Makes the data folder when there is none. */
    abstract void createData(Unprivileged account);

    /** Password of the superuser. */
    abstract String adminPassword();

    /** Folder of the cluster's files. */
    public final Path data() {
        return data;
    }

    @Override
    List<Integer> ports() {
        return List.of(port);
    }

    /** Fast shutdown: sessions are ended, everything committed is on disk. */
    @Override
    String stopSignal() {
        return "INT";
    }

    @Override
    Duration stopPatience() {
        return Duration.ofSeconds(40);
    }

    @Override
    boolean answers() {
        return Shell.run(
                        program("pg_isready"),
                        "-q",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        ADMIN,
                        "-d",
                        "postgres")
                .ok();
    }

    @Override
    Launch prepare() {
        var account = Unprivileged.forFolder(folder);
        account.own(folder);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            createData(account);
        }
        removeStaleLock();
        return new Launch(account.wrap(serverCommand()), Map.of(), log());
    }

    /** Runs SQL as superuser and returns what psql prints, unaligned and without headings. */
    final String sql(String script) {
        return psql(script).orFail(name() + " refused a statement");
    }

    final Shell.Result psql(String script) {
        var admin = new DatabaseServer("127.0.0.1", port, ADMIN, adminPassword());
        // What is said here has to be possible before there is a replica.
        var waitingForNobody = Map.of("PGOPTIONS", "-c synchronous_commit=local");
        return new Psql(program("psql"), admin, "postgres").run(script, waitingForNobody);
    }

    /** Where this cluster's backups and its archived changes are kept; a cluster made anew has a folder of its own. */
    final BackupFolder backups() {
        var control = Shell.run(Map.of("LC_ALL", "C"), List.of(program("pg_controldata"), data.toString()))
                .orFail("Cannot read " + data);
        var identifier = control.lines()
                .filter(line -> line.startsWith("Database system identifier:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow(() -> new SuiteException("pg_controldata does not tell whose data " + data + " are."));
        return new BackupFolder(config.backups().resolve(identifier));
    }

    /** Is there since this cluster's first backup, and not where the backups are: they may be away. */
    final Path archivingBegun() {
        return folder.resolve("archiving-" + backups().folder().getFileName());
    }

    /** Whether a commit waits for the replica, once there is one. */
    final boolean isSynchronous() {
        return config.synchronousCommit().equals("remote_apply");
    }

    /** Path of one of PostgreSQL's programs, of the version that made the data folder. */
    final String program(String program) {
        return installation().resolve(program).toString();
    }

    final Path folder() {
        return folder;
    }

    private Path installation() {
        try {
            var version = data.resolve("PG_VERSION");
            if (!Files.exists(version)) {
                return Tools.postgres()
                        .orElseThrow(() ->
                                new SuiteException("PostgreSQL is not installed: sudo apt-get install postgresql"));
            }
            var major = Files.readString(version).strip();
            return Tools.postgres(major)
                    .orElseThrow(() -> new SuiteException("The data in " + data + " was made by PostgreSQL " + major
                            + ", which is not installed: sudo apt-get install postgresql-" + major
                            + "\nor begin anew: ./brigade down --wipe"));
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + data + ".", e);
        }
    }

    private List<String> serverCommand() {
        var command = new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(List.of("-c", "archive_command=" + backups().archiveCommand(archivingBegun())));
        command.addAll(List.of("-c", "synchronous_commit=" + config.synchronousCommit()));
        // By this name a replica is known to its primary.
        command.addAll(List.of("-c", "cluster_name=brigade_" + name()));
        return command;
    }

    /**
     * After a crash PostgreSQL refuses to start while its lock file names a live process, even when that is another
     * program that got the number since.
     */
    private void removeStaleLock() {
        var lock = data.resolve("postmaster.pid");
        try {
            if (Files.exists(lock) && !namesPostgres(Files.readAllLines(lock).getFirst())) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + lock + ".", e);
        }
    }

    private static boolean namesPostgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(process -> process.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
