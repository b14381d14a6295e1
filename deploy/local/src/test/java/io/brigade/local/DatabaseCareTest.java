package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brigade.local.install.Tools;
import io.brigade.local.process.Patience;
import io.brigade.local.process.PortOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real servers: what is done when a disk is lost, and what has to be done before. */
class DatabaseCareTest {

    @TempDir
    Path folder;

    private int offset;
    private Suite suite;

    @BeforeEach
    void start() {
        assumeTrue(Tools.postgres().isPresent(), "PostgreSQL is not installed");
        offset = IntStream.iterate(22_000, each -> each + 100)
                .filter(each -> PortOwner.isFree(8432 + each) && PortOwner.isFree(8433 + each))
                .findFirst()
                .orElseThrow();
        suite = suite(Map.of());
        suite.postgres().start();
        suite.postgres().sql("CREATE TABLE tickets (number int)");
        take(1);
    }

    @AfterEach
    void stop() {
        if (suite != null) {
            suite.replica().stop();
            suite.postgres().stop();
        }
    }

    @Test
    void aDestroyedDatabaseComesBackToAnyMomentAfterItsBackup() throws IOException {
        assertThatThrownBy(() -> suite.restore(null, null, Progress.silent())).hasMessageContaining("no such backup");
        suite.postgres().start();
        suite.replica().start();
        suite.backup(7, Progress.silent());
        var backup = suite.backup(7, Progress.silent()); // also while nobody changes anything
        take(2);
        var moment = Instant.parse(suite.postgres()
                .sql("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .strip());
        take(3);
        suite.backup(7, Progress.silent()); // archives what was changed
        destroy();

        assertThatThrownBy(() -> suite.backup(7, Progress.silent())).hasMessageContaining("./brigade up postgres");
        assertThat(suite.restore(null, moment, Progress.silent())).isEqualTo(backup);

        assertThat(tickets()).containsExactly("1", "2");
        take(4);
        assertThat(tickets()).containsExactly("1", "2", "4");
        suite.replica().start(); // it neither stops at that moment nor knows what came after
        take(5);
        assertThat(suite.replica().isStreaming()).isTrue();
        assertThat(suite.replica().sql("SELECT pg_is_in_recovery()").strip()).isEqualTo("t");
        suite.failover(Progress.silent());
        assertThat(tickets()).containsExactly("1", "2", "4", "5");
    }

    @Test
    void whatIsLeftOfTheFormerServerIsUsedAndADamagedBackupIsNot() throws IOException {
        suite.backup(1, Progress.silent());
        take(2);
        suite.backup(1, Progress.silent());
        assertThat(suite.backups()).hasSize(1);
        take(3); // not archived yet
        suite.postgres().kill();

        suite.restore(null, null, Progress.silent());

        assertThat(tickets()).containsExactly("1", "2", "3");
        assertThat(suite.standingAside())
                .singleElement()
                .asString()
                .startsWith(suite.postgres().data() + ".before-restore-");

        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> suite.restore(null, tomorrow, Progress.silent()))
                .hasMessageContaining("Nothing has changed")
                .hasMessageContaining("recovery ended before");
        suite.postgres().start();
        assertThat(tickets()).containsExactly("1", "2", "3");

        Files.writeString(suite.backups().getLast().data().resolve("global/pg_control"), "?");
        assertThatThrownBy(() -> suite.restore(null, null, Progress.silent())).hasMessageContaining("is damaged");
        suite.postgres().start();
        assertThat(tickets()).containsExactly("1", "2", "3");
    }

    @Test
    void whileTheBackupsAreAwayChangesAreKept() throws IOException {
        var backup = suite.backup(7, Progress.silent());
        var away = folder.resolve("away");
        Files.move(backup.folder().folder(), away);
        take(2);
        suite.postgres().sql("SELECT pg_switch_wal()");
        var refused = Patience.until(Duration.ofSeconds(20), () -> suite.postgres()
                .sql("SELECT failed_count > 0 FROM pg_stat_archiver")
                .strip()
                .equals("t"));
        assertThat(refused).isTrue();
        Files.move(away, backup.folder().folder());
        suite.backup(7, Progress.silent());
        destroy();

        assertThat(suite.restore(backup.name(), null, Progress.silent())).isEqualTo(backup);

        assertThat(tickets()).containsExactly("1", "2");
    }

    @Test
    void theReplicaTakesOverAndGetsAReplica() throws IOException {
        assertThatThrownBy(() -> suite.failover(Progress.silent())).hasMessageContaining("no replica");
        suite.replica().start();
        take(2);
        suite.failover(Progress.silent()); // in good order
        assertThat(tickets()).containsExactly("1", "2");

        take(3);
        suite.postgres().stop();
        destroy();
        // An empty primary would be copied over the replica next.
        assertThatThrownBy(suite.postgres()::start).hasMessageContaining("./brigade failover");
        suite.failover(Progress.silent());

        assertThat(tickets()).containsExactly("1", "2", "3");
        take(4);
        assertThat(suite.replica().isStreaming()).isTrue();
        assertThatThrownBy(() -> suite.replica().sql("CREATE TABLE more ()")).hasMessageContaining("read-only");
    }

    @Test
    void aCommitWaitsForTheReplicaWhenThatIsWanted() {
        suite.postgres().stop();
        suite = suite(Map.of("BRIGADE_SYNCHRONOUS_COMMIT", "remote_apply"));
        suite.postgres().start();
        suite.replica().start();

        suite.postgres().sql("SET synchronous_commit = remote_apply; INSERT INTO tickets VALUES (2)");

        assertThat(suite.replica().sql("SELECT count(*) FROM tickets").strip()).isEqualTo("2");
        assertThat(suite.postgres()
                        .sql("SELECT sync_state FROM pg_stat_replication")
                        .strip())
                .isEqualTo("sync");
    }

    private void take(int ticket) {
        suite.postgres().sql("INSERT INTO tickets VALUES (" + ticket + ")");
    }

    private List<String> tickets() {
        return suite.postgres()
                .sql("SELECT number FROM tickets ORDER BY number")
                .lines()
                .toList();
    }

    private void destroy() throws IOException {
        suite.postgres().kill();
        StateFolder.deleteTree(suite.postgres().data());
    }

    private Suite suite(Map<String, String> settings) {
        var variables = new HashMap<>(settings);
        variables.put("BRIGADE_HOME", folder.resolve("home").toString());
        variables.put("BRIGADE_PORT_OFFSET", Integer.toString(offset));
        return new Suite(SuiteConfig.of(folder, variables));
    }
}
