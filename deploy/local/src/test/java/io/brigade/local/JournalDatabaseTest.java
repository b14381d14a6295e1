package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.brigade.fiscal.Head;
import io.brigade.fiscal.Heads;
import io.brigade.fiscal.Link;
import io.brigade.fiscal.SignedEntry;
import io.brigade.fiscal.TestJournal;
import io.brigade.local.cli.Brigade;
import io.brigade.local.install.Tools;
import io.brigade.local.process.PortOwner;
import io.brigade.local.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL, where it is installed, with the real tables of the fiscal journal, and the real command. */
class JournalDatabaseTest {

    private static final Path TABLES =
            Path.of("../../payments-service/src/main/resources/db/migration/V3__fiscal_journal.sql");
    private static final List<SignedEntry> ENTRIES = TestJournal.ofLength(12);

    @TempDir
    Path folder;

    private Suite suite;

    @BeforeEach
    void startWithAJournal() throws IOException {
        assumeTrue(Tools.postgres().isPresent(), "PostgreSQL is not installed");
        var offset = IntStream.iterate(24_000, each -> each + 100)
                .filter(each -> PortOwner.isFree(8432 + each))
                .findFirst()
                .orElseThrow();
        suite = new Suite(new SuiteConfig(folder, folder.resolve("home"), new Ports(offset), 1, false, Map.of()));
        suite.postgres().start();
        Files.writeString(folder.resolve("key.pem"), TestJournal.KEY.publicPem());
    }

    @AfterEach
    void stop() {
        if (suite != null) {
            suite.postgres().stop();
        }
    }

    @Test
    void theCommandFindsWhatWasDoneToTheDatabase() throws IOException {
        makeTablesAs(suite.postgres().asPaymentsOwner());
        write(ENTRIES);

        assertThat(verify().output()).contains("12 entries in order");
        assertThat(verify().exitCode()).isZero();

        assertThatThrownBy(() -> as(suite.database(), "UPDATE fiscal_entries SET hash = ''"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(suite.postgres().asPaymentsOwner(), "DELETE FROM fiscal_entries"))
                .hasMessageContaining("is refused");
        as(
                suite.postgres().asAdmin(),
                "ALTER TABLE fiscal_entries DISABLE TRIGGER ALL;"
                        + "UPDATE fiscal_entries SET document = replace(document, '1005', '5') WHERE sequence = 5");

        assertThat(verify().exitCode()).isEqualTo(1);
        assertThat(verify().output()).contains("BROKEN: chain 7, entry 5: EDITED");
    }

    @Test
    void whatWasCutOffIsSeenByTheChainItselfAndByAHeadThatWasKept() throws IOException {
        makeTablesAs(suite.postgres().asPaymentsOwner());
        write(ENTRIES);
        Heads.keep(folder.resolve("heads"), Head.of(Link.after(ENTRIES.getLast()), TestJournal.KEY));
        as(
                suite.postgres().asAdmin(),
                "ALTER TABLE fiscal_entries DISABLE TRIGGER ALL; ALTER TABLE fiscal_chains DISABLE TRIGGER ALL;"
                        + "DELETE FROM fiscal_entries WHERE sequence > 9");

        assertThat(verify().output()).contains("entry 10: TRUNCATED");
        as(
                suite.postgres().asAdmin(),
                "UPDATE fiscal_chains SET head_sequence = 9, head_hash = '%s'"
                        .formatted(ENTRIES.get(8).hash()));
        assertThat(verify().output()).contains("9 entries in order");
        assertThat(verify("--heads", folder.resolve("heads").toString()).output())
                .contains("entry 10: TRUNCATED");
        as(suite.postgres().asAdmin(), "DELETE FROM fiscal_entries; DELETE FROM fiscal_chains");
        assertThat(verify("--heads", folder.resolve("heads").toString()).output())
                .contains("entry 1: TRUNCATED");
    }

    @Test
    void tablesOfAnEarlierVersionAreHandedOverAndStayUsable() {
        as(suite.postgres().asAdmin(), "ALTER DATABASE brigade_payments OWNER TO brigade");
        as(
                suite.database(),
                "CREATE TABLE bills (id bigint GENERATED ALWAYS AS IDENTITY, cents bigint); CREATE SEQUENCE bills_seq;"
                        + "INSERT INTO bills (cents) VALUES (5)");
        suite.postgres().stop();

        suite.postgres().start();
        suite.postgres().stop();
        suite.postgres().start();

        as(suite.database(), "INSERT INTO bills (cents) VALUES (nextval('bills_seq')); DELETE FROM bills");
        assertThatThrownBy(() -> as(suite.database(), "DROP TABLE bills")).hasMessageContaining("must be owner");
        as(suite.postgres().asPaymentsOwner(), "ALTER TABLE bills ADD COLUMN note text; CREATE TABLE more (id bigint)");
    }

    private void makeTablesAs(DatabaseServer owner) throws IOException {
        as(
                owner,
                Files.readString(TABLES)
                        .replace("${service_role}", suite.database().user()));
    }

    private void write(List<SignedEntry> entries) {
        var sql = new StringBuilder("INSERT INTO fiscal_chains (restaurant_id) VALUES (7);\n");
        for (var entry : entries) {
            sql.append("""
                    INSERT INTO fiscal_entries (document, hash, signature) VALUES ($d$%1$s$d$, '%2$s', '%3$s');
                    UPDATE fiscal_chains SET head_sequence = head_sequence + 1, head_hash = '%2$s';
                    """.formatted(entry.document(), entry.hash(), entry.signature()));
        }
        as(suite.database(), sql.toString());
    }

    private Shell.Result verify(String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Brigade.class.getName(),
                "verify-journal",
                "--database",
                "--key",
                folder.resolve("key.pem").toString()));
        command.addAll(List.of(more));
        return Shell.run(
                Map.of(
                        "BRIGADE_HOME",
                        suite.config().home().toString(),
                        "BRIGADE_PORT_OFFSET",
                        Integer.toString(suite.config().ports().offset())),
                command);
    }

    private static void as(DatabaseServer server, String sql) {
        Psql.of(server, "brigade_payments").run(sql).orFail("psql");
    }
}
