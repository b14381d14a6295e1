package io.brigade.local;

import io.brigade.local.process.LogTail;
import io.brigade.local.process.Patience;
import io.brigade.local.process.Shell;
import io.brigade.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The database server that all services write to: durable, with one database per service owned by one role. */
public final class PostgresPrimary extends Postgres {

    static final String OWNER = "brigade";
    static final String REPLICATION = "brigade_replication";
    static final String MONITOR = "brigade_monitor";
    static final String PAYMENTS_OWNER = "brigade_payments_owner";

    private static final int START_ATTEMPTS = 20;

    /** A restored server reads all that was archived since its backup. */
    private static final Duration RECOVERY = Duration.ofMinutes(30);

    private final Secrets secrets;

    PostgresPrimary(SuiteConfig config, StateFolder state, Secrets secrets) {
        super("postgres", config, state, "primary", config.ports().postgres());
        this.secrets = secrets;
    }

    /** How the services reach it. */
    public DatabaseServer server() {
        return new DatabaseServer("127.0.0.1", port(), OWNER, secrets.databasePassword());
    }

    /** The same server as the role that owns the tables of payments-service, so that the service itself does not. */
    DatabaseServer asPaymentsOwner() {
        return new DatabaseServer("127.0.0.1", port(), PAYMENTS_OWNER, secrets.paymentsOwnerPassword());
    }

    /** The same server as superuser, for tests that look behind the services. */
    public DatabaseServer asAdmin() {
        return new DatabaseServer("127.0.0.1", port(), ADMIN, secrets.databaseAdminPassword());
    }

    /** The same server as the role that reads statistics and no data; the role is made when it is missing. */
    DatabaseServer asMonitor() {
        if (isReady()) {
            sql(role(MONITOR, secrets.monitoringPassword(), "IN ROLE pg_monitor"));
        }
        return new DatabaseServer("127.0.0.1", port(), MONITOR, secrets.monitoringPassword());
    }

    @Override
    public void start() {
        startAfterCrash(START_ATTEMPTS);
        endRecovery();
        if (!isSynchronous()) {
            waitForReplica(false);
        }
        sql(Restore.FORGET_WHERE_TO_STOP + roles() + databases() + handOverPayments());
    }

    /**
     * Whether a commit is acknowledged only when the replica has applied it. Demanded from when a replica first follows,
     * and not by a server that has just become the primary: its replica has to be copied first.
     */
    void waitForReplica(boolean demanded) {
        var standbys = demanded ? PostgresReplica.NAME : "";
        if (!sql("SHOW synchronous_standby_names").strip().equals(standbys)) {
            sql("ALTER SYSTEM SET synchronous_standby_names = '" + standbys + "';\nSELECT pg_reload_conf();\n");
        }
    }

    /**
     * A copy of the replica that was put here is the primary from now on. One that is being restored becomes it when it
     * has come to where it shall.
     */
    private void endRecovery() {
        if (Files.exists(data().resolve("standby.signal"))) {
            sql("SELECT pg_promote(true, 60)");
            waitForReplica(false);
        }
        if (!Patience.until(RECOVERY, () -> process().isEmpty() || !isRecovering())
                || process().isEmpty()) {
            throw new SuiteException("PostgreSQL did not become writable; its last lines, from " + log() + ":\n"
                    + String.join("\n", LogTail.lastLines(log(), 10)).indent(4));
        }
    }

    private boolean isRecovering() {
        return !psql("SELECT pg_is_in_recovery()").output().strip().equals("f");
    }

    /** Backends of a killed server hold its shared memory for a moment; starting succeeds when they are gone. */
    private void startAfterCrash(int attempts) {
        try {
            super.start();
        } catch (SuiteException failure) {
            var heldBack = LogTail.lastLines(log(), 5).stream().anyMatch(line -> line.contains("shared memory block"));
            if (!heldBack || attempts == 1) {
                throw failure;
            }
            startAfterCrash(attempts - 1);
        }
    }

    @Override
    String adminPassword() {
        return secrets.databaseAdminPassword();
    }

    /** The cluster appears under its name only when it is complete, so that an interrupted start leaves nothing behind. */
    @Override
    void createData(Unprivileged account) {
        refuseToBeginAnew();
        var draft = folder().resolve("primary.new");
        var password = folder().resolve("admin-password.new");
        try {
            StateFolder.deleteTree(draft);
            Files.writeString(password, adminPassword());
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            account.own(folder());
            Shell.run(Map.of(), account.wrap(initdb(draft, password)))
                    .orFail("PostgreSQL could not make its data folder");
            Files.move(draft, data());
        } catch (IOException e) {
            throw new SuiteException("Cannot write in " + folder() + ".", e);
        } finally {
            password.toFile().delete();
        }
    }

    /** An empty restaurant in place of one whose disk was lost would be copied over the replica next. */
    private void refuseToBeginAnew() {
        if (Files.exists(folder().resolve("replica"))) {
            throw new SuiteException("""
                    The primary's data are gone: %s. There is a replica, and there may be backups.
                    Make the replica the primary:   ./brigade failover
                    or go back to a backup:         ./brigade restore
                    or begin anew, without data:    ./brigade down --wipe""".formatted(data()));
        }
    }

    private List<String> initdb(Path draft, Path password) {
        return List.of(
                program("initdb"),
                "-D",
                draft.toString(),
                "-U",
                ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--data-checksums");
    }

    private String roles() {
        return role(OWNER, secrets.databasePassword(), "IN ROLE pg_monitor")
                + role(PAYMENTS_OWNER, secrets.paymentsOwnerPassword(), "")
                + role(REPLICATION, secrets.replicationPassword(), "REPLICATION");
    }

    private static String role(String name, String password, String options) {
        return """
                SELECT 'CREATE ROLE %1$s LOGIN PASSWORD ''%2$s'' %3$s'
                 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') \\gexec
                """.formatted(name, password, options);
    }

    /**
     * Gives the database of payments-service, and what an earlier version made in it, to a role of its own: whoever owns
     * a table can't be refused to change it.
     */
    private static String handOverPayments() {
        return """
                SELECT 'ALTER DATABASE %1$s OWNER TO %2$s' FROM pg_database
                 WHERE datname = '%1$s' AND pg_get_userbyid(datdba) = '%3$s' \\gexec
                \\connect %1$s
                SELECT format('ALTER %%1$s %%2$s OWNER TO %2$s; GRANT %%3$s ON %%2$s TO %3$s',
                              CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass,
                              CASE relkind WHEN 'S' THEN 'USAGE, SELECT, UPDATE' ELSE 'SELECT, INSERT, UPDATE, DELETE' END)
                  FROM pg_class c
                 WHERE relkind IN ('r', 'S') AND pg_get_userbyid(relowner) = '%3$s'
                   AND relnamespace = 'public'::regnamespace
                   AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype IN ('a', 'i')
                                   AND classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass) \\gexec
                """.formatted(ServiceName.PAYMENTS.database(), PAYMENTS_OWNER, OWNER);
    }

    private static String databases() {
        return createDatabases("OWNER " + OWNER);
    }

    /** A psql script that makes each service's database unless it exists. */
    static String createDatabases(String options) {
        var names = Arrays.stream(ServiceName.values())
                .map(service -> "'" + service.database() + "'")
                .collect(Collectors.joining(", "));
        return """
                SELECT format('CREATE DATABASE %%I %s', name)
                  FROM unnest(ARRAY[%s]) AS name
                 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name) \\gexec
                """.formatted(options, names);
    }
}
