package io.brigade.local;

import io.brigade.local.process.Patience;
import io.brigade.local.process.Shell;
import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A read-only copy that follows the primary by streaming; made anew when it cannot follow any more. */
public final class PostgresReplica extends Postgres {

    /** Its slot's name, and its own in what the primary waits for. */
    static final String NAME = "brigade_replica";

    private static final Duration CATCHING_UP = Duration.ofSeconds(20);

    private final PostgresPrimary primary;
    private final Secrets secrets;

    PostgresReplica(SuiteConfig config, StateFolder state, Secrets secrets, PostgresPrimary primary) {
        super("replica", config, state, "replica", config.ports().replica());
        this.secrets = secrets;
        this.primary = primary;
    }

    /** How to read from it. */
    public DatabaseServer server() {
        return new DatabaseServer("127.0.0.1", port(), PostgresPrimary.OWNER, secrets.databasePassword());
    }

    /** The same server as the role that reads statistics, which it has from the primary. */
    DatabaseServer asMonitor() {
        return new DatabaseServer(
                "127.0.0.1",
                port(),
                PostgresPrimary.MONITOR,
                primary.asMonitor().password());
    }

    /** Whether it receives the primary's changes at this moment. The primary knows: a receiver says so before it is let in. */
    public boolean isStreaming() {
        return primary.psql("SELECT state FROM pg_stat_replication WHERE application_name = '" + NAME + "'")
                .output()
                .strip()
                .equals("streaming");
    }

    /** Without a primary to copy from, an existing copy is started as it is. */
    @Override
    public void start() {
        if (!primary.isReady()) {
            super.start();
            return;
        }
        if (!follows()) {
            stop();
            discard();
            if (!follows()) {
                throw new SuiteException("The replica does not follow the primary; see " + log() + ".");
            }
        }
        primary.waitForReplica(isSynchronous());
    }

    private boolean follows() {
        try {
            super.start();
        } catch (SuiteException unusableCopy) {
            if (!Files.exists(data())) {
                throw unusableCopy;
            }
            return false;
        }
        return Patience.until(CATCHING_UP, this::isStreaming);
    }

    @Override
    String adminPassword() {
        return secrets.databaseAdminPassword();
    }

    @Override
    void createData(Unprivileged account) {
        if (!primary.isReady()) {
            throw new SuiteException("There is no replica yet, and no primary to copy: ./brigade up postgres replica");
        }
        var draft = folder().resolve("replica.new");
        try {
            StateFolder.deleteTree(draft);
            primary.sql("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '"
                    + NAME + "'");
            var password = Map.of("PGPASSWORD", secrets.replicationPassword());
            Shell.run(password, account.wrap(baseBackup(draft.toString()))).orFail("The primary could not be copied");
            Files.move(draft, data());
        } catch (IOException e) {
            throw new SuiteException("Cannot write in " + folder() + ".", e);
        }
    }

    /** While it is stopped: the next start copies the primary anew. */
    void discard() {
        try {
            StateFolder.deleteTree(data());
        } catch (IOException e) {
            throw new SuiteException("Cannot remove " + data() + ".", e);
        }
    }

    private List<String> baseBackup(String target) {
        return List.of(
                program("pg_basebackup"),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(primary.port()),
                "-U",
                PostgresPrimary.REPLICATION,
                "-D",
                target,
                "-R",
                "-X",
                "stream",
                "-C",
                "-S",
                NAME,
                "-c",
                "fast");
    }
}
