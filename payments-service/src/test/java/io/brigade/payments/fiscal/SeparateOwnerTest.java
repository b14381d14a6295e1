package io.brigade.payments.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole service, whose migrations run as a role that owns the tables while the service itself owns nothing. */
@QuarkusTest
@PaymentsBackend
@TestProfile(SeparateOwnerTest.Separate.class)
class SeparateOwnerTest {

    @Inject
    Journal journal;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Test
    void theServiceWritesItsJournalAndCanNotChangeIt() throws Throwable {
        assertThat(Journals.append(transactions, journal, 1, 1)).isEqualTo(1);
        assertThat(Journals.append(transactions, journal, 1, 2)).isEqualTo(2);

        for (String change : List.of("UPDATE fiscal_entries SET hash = ''", "DELETE FROM fiscal_entries")) {
            assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                            () -> pool.query(change).execute()))
                    .hasMessageContaining("permission denied for table fiscal_entries");
        }
    }

    /** Runs with these roles. */
    public static class Separate implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Roles.class));
        }
    }

    /** Makes the two roles and a database. */
    public static class Roles implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 1; // after the server has been started
        }

        @Override
        public Map<String, String> start() {
            try (Connection connection = Backends.database();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE payments_owner LOGIN PASSWORD 'owner'");
                statement.execute("CREATE ROLE \"payments-service\" LOGIN PASSWORD 'service'");
                statement.execute("CREATE DATABASE separate OWNER payments_owner");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return Map.of(
                    "brigade.db.name", "separate",
                    "brigade.db.user", "payments-service",
                    "brigade.db.password", "service",
                    "brigade.db.migration-user", "payments_owner",
                    "brigade.db.migration-password", "owner");
        }

        @Override
        public void stop() {}
    }
}
