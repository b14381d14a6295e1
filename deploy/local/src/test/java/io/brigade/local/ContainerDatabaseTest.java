package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Patience;
import io.brigade.local.process.PortOwner;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of PostgreSQL's containers, with this machine's PostgreSQL: backups, and back to any moment since. */
class ContainerDatabaseTest {

    private static final Duration READY = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Unprivileged account;
    private Map<String, String> variables;
    private Path scripts;
    private Process server;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Tools.postgres().isPresent(), "PostgreSQL is not installed");
        var port = IntStream.range(24_432, 25_432)
                .filter(PortOwner::isFree)
                .findFirst()
                .orElseThrow();
        variables = Map.of(
                "PGPORT", Integer.toString(port),
                "PGDATA", folder.resolve("data").toString(),
                "SECRETS", folder.resolve("secrets").toString(),
                "BACKUPS", Files.createDirectory(folder.resolve("backups")).toString());
        Scripts.run(ComposeFile.FOLDER.resolve("make-secrets"), Map.of(), folder.resolve("secrets"))
                .orFail("make-secrets failed");
        copyScripts();
        account = Unprivileged.forFolder(folder);
        account.own(folder);
        startServer();
        sql("CREATE TABLE tickets (number int)");
        take(1);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            stopServer();
        }
    }

    @Test
    void aDestroyedDatabaseComesBackToAnyMomentAfterItsBackup() throws Exception {
        assertThat(script("backup", "list").output()).contains("There is no backup yet");
        backup(7);
        var name = backup(7); // also while nobody changes anything
        take(2);
        var moment = sql("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        take(3);
        backup(7); // archives what was changed
        stopServer();
        StateFolder.deleteTree(folder.resolve("data"));

        script("restore", "", moment).orFail("restore failed");

        startServer();
        assertThat(tickets()).containsExactly("1", "2");
        take(4);
        assertThat(sql("SHOW recovery_target_time")).isEmpty();
        assertThat(script("backup", "list").output()).contains(name);
    }

    @Test
    void whatCouldNotBeArchivedIsKeptAndUsed() throws Exception {
        var first = backup(1);
        Files.move(folder.resolve("backups"), folder.resolve("away"));
        take(2);
        sql("SELECT pg_switch_wal()");
        assertThat(Patience.until(READY, () -> sql("SELECT failed_count > 0 FROM pg_stat_archiver")
                        .equals("t")))
                .isTrue();
        Files.move(folder.resolve("away"), folder.resolve("backups"));
        var second = backup(1);
        assertThat(script("backup", "list").output()).contains(second).doesNotContain(first);
        take(3); // not archived yet
        assertThat(script("restore", "--find", first, "").output()).contains("no such backup");
        script("restore", "--find", second, "").orFail("not found");
        assertThat(tickets()).containsExactly("1", "2", "3");
        server.destroyForcibly();
        stopServer();

        assertThat(script("restore", first, "").output()).contains("no such backup");
        assertThat(script("restore", "", "2099-01-01T00:00:00Z").output()).contains("nothing has changed");
        script("restore", second, "").orFail("restore failed");

        startServer();
        assertThat(tickets()).containsExactly("1", "2", "3");
        assertThat(folder).isDirectoryContaining("glob:**/data.before-restore-*");
    }

    /** Those of the container, which nobody but this machine may reach here. */
    private void copyScripts() throws IOException {
        scripts = Files.createDirectory(folder.resolve("scripts"));
        for (var name : List.of("archive", "backup", "common", "postgresql.conf", "restore", "roles.sql", "start")) {
            var text = Files.readString(ComposeFile.FOLDER.resolve("postgres").resolve(name));
            Files.writeString(scripts.resolve(name), text.replace("'*'", "'127.0.0.1'"));
        }
    }

    private String backup(int keep) {
        var said = script("backup", Integer.toString(keep)).orFail("backup failed");
        return said.replaceFirst("(?s).*Backup (\\S+) is complete.*", "$1").strip();
    }

    private void startServer() throws IOException {
        var builder = new ProcessBuilder(wrapped("start", "primary"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(variables);
        server = builder.start();
        assertThat(Patience.until(
                        READY, () -> Shell.run(variables, List.of(program("pg_isready"), "-q", "-h", "127.0.0.1"))
                                .ok()))
                .as(Files.readString(folder.resolve("log")))
                .isTrue();
    }

    private void stopServer() throws InterruptedException {
        Shell.run(variables, account.wrap(List.of(program("pg_ctl"), "stop", "-m", "fast")));
        server.waitFor();
    }

    private void take(int ticket) {
        sql("INSERT INTO tickets VALUES (" + ticket + ")");
    }

    private List<String> tickets() {
        return sql("SELECT number FROM tickets ORDER BY number").lines().toList();
    }

    private String sql(String statement) {
        return Shell.run(
                        variables,
                        account.wrap(List.of(
                                "sh",
                                "-c",
                                ". \"$0\"; as_admin -c \"$1\"",
                                scripts.resolve("common").toString(),
                                statement)))
                .orFail(statement)
                .strip();
    }

    private Shell.Result script(String name, String... arguments) {
        return Shell.run(variables, wrapped(name, arguments));
    }

    private List<String> wrapped(String name, String... arguments) {
        var command = new ArrayList<>(List.of("sh", scripts.resolve(name).toString()));
        command.addAll(Arrays.asList(arguments));
        return account.wrap(command);
    }

    private static String program(String name) {
        return Tools.postgres().orElseThrow().resolve(name).toString();
    }
}
