package io.brigade.payments.fiscal;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.Backends;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class UsedKeysTest {

    @Inject
    UsedKeys keys;

    /** Half a second longer than a lock is waited for. */
    @Test
    void aDatabaseThatCannotTakeTheKeyAtOnceDoesNotEndTheStart() throws SQLException {
        try (Connection database = Backends.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("LOCK TABLE fiscal_keys IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Void> released = CompletableFuture.runAsync(
                    () -> rollBack(database), CompletableFuture.delayedExecutor(2_500, TimeUnit.MILLISECONDS));

            assertThatCode(() -> keys.start(new StartupEvent())).doesNotThrowAnyException();
            released.join();
        }
    }

    private static void rollBack(Connection database) {
        try {
            database.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
