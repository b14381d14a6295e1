package io.brigade.payments.fiscal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service's role may do when another role owns the tables, as migrations leave it. */
class FiscalGrantsTest {

    private static EmbeddedPostgres postgres;
    private static Connection service;

    @BeforeAll
    static void migrateAsAnotherRole() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE ROLE payments_owner LOGIN");
            statement.execute("CREATE ROLE \"payments-service\" LOGIN");
            statement.execute("CREATE DATABASE payments OWNER payments_owner");
        }
        Flyway.configure()
                .dataSource(postgres.getDatabase("payments_owner", "payments"))
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("service_role", "payments-service"))
                .outOfOrder(true)
                .load()
                .migrate();
        service = postgres.getDatabase("payments-service", "payments").getConnection();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        service.close();
        postgres.close();
    }

    @Test
    void theServiceMayAddToTheJournalAndNothingElse() throws SQLException {
        try (Statement statement = service.createStatement()) {
            statement.execute("INSERT INTO fiscal_chains (restaurant_id) VALUES (1)");
            statement.execute("INSERT INTO fiscal_entries (document, hash, signature) VALUES"
                    + " ('{\"chain\":1,\"sequence\":1,\"kind\":\"EVENT\",\"recorded_at\":\"t\"}', 'h', 's')");
            statement.execute("UPDATE fiscal_chains SET head_sequence = 1 WHERE restaurant_id = 1");
            statement.execute("SELECT * FROM fiscal_entries");
            for (String change : List.of(
                    "UPDATE fiscal_entries SET hash = ''",
                    "DELETE FROM fiscal_entries",
                    "TRUNCATE fiscal_entries",
                    "DELETE FROM fiscal_chains",
                    "UPDATE fiscal_keys SET public_key = ''",
                    "DELETE FROM fiscal_archives")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageContaining("permission denied for table fiscal_");
            }
            for (String change : List.of(
                    "ALTER TABLE fiscal_entries DISABLE TRIGGER ALL",
                    "DROP TABLE fiscal_entries",
                    "DROP TRIGGER fiscal_entries_stay ON fiscal_entries")) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).hasMessageContaining("must be owner");
            }
        }
    }

    @Test
    void theServiceWorksWithEverythingElseAsBefore() throws SQLException {
        try (Statement statement = service.createStatement()) {
            for (String use : List.of(
                    "SELECT nextval('payments_seq')",
                    "INSERT INTO outbox (restaurant_id, type, topics, data) VALUES (1, 't', 't', '{}')",
                    "DELETE FROM outbox",
                    "UPDATE relay_progress SET up_to_date_at = now()",
                    "DELETE FROM idempotency_records",
                    "DELETE FROM inbox",
                    "UPDATE fiscal_verifications SET checked = 0")) {
                assertThatCode(() -> statement.execute(use)).as(use).doesNotThrowAnyException();
            }
        }
    }
}
