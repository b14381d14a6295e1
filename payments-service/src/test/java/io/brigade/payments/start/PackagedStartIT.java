package io.brigade.payments.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.payments.fiscal.FiscalKeys;
import io.brigade.platform.fixture.Backends;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts of the packaged service: migrations as a job of their own, and what is refused. */
class PackagedStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Backends BACKENDS = new Backends();
    private static final String SERVICE = UUID.randomUUID().toString();
    private static final String OWNER = UUID.randomUUID().toString();
    private static final Map<String, String> SETTINGS = new HashMap<>();

    @BeforeAll
    static void startBackends() throws SQLException {
        SETTINGS.putAll(BACKENDS.start());
        SETTINGS.putAll(new FiscalKeys().start());
        SETTINGS.putAll(Map.of(
                "brigade.orders.url", "http://127.0.0.1:1",
                "brigade.staff.url", "http://127.0.0.1:1",
                "brigade.db.name", "job",
                "brigade.db.user", "job_service",
                "brigade.db.password", SERVICE));
        try (Connection connection = Backends.database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE job_owner LOGIN PASSWORD '" + OWNER + "'");
            statement.execute("CREATE ROLE job_service LOGIN PASSWORD '" + SERVICE + "'");
            statement.execute("CREATE DATABASE job OWNER job_owner");
            statement.execute("CREATE DATABASE demonstration OWNER job_owner");
            statement.execute("CREATE DATABASE foreign_to_us");
        }
    }

    @AfterAll
    static void stopBackends() {
        BACKENDS.stop();
    }

    @Test
    void anInstanceThatNeverMigratesWaitsForTheJob() throws Exception {
        try (PackagedService instance = start(Map.of("brigade.migrations", "off"))) {
            await().atMost(PATIENCE)
                    .until(() -> instance.output().contains("the schema of job lacks 0.1 events and idempotency"));
            assertThat(instance.output()).contains("5 accounting").doesNotContain("Listening");
            assertThat(instance.isReady()).isFalse();

            try (PackagedService job = job(Map.of())) {
                assertThat(job.exitCode()).as(job.output()).isZero();
                assertThat(job.output())
                        .contains("job has all that this version needs; migrated: 0.1 events and idempotency")
                        .contains("5 accounting");
            }
            await().atMost(PATIENCE).until(instance::isReady);

            instance.terminate();
            instance.exitCode();
        }
        try (PackagedService again = job(Map.of())) {
            assertThat(again.exitCode()).isZero();
            assertThat(again.output()).contains("nothing was to be migrated");
        }
    }

    @Test
    void anInstanceThatWaitsIsStoppedByASignal() throws Exception {
        try (PackagedService instance =
                start(Map.of("brigade.migrations", "off", "brigade.db.name", "foreign_to_us"))) {
            await().atMost(PATIENCE).until(() -> instance.output().contains("the schema of foreign_to_us lacks 0.1"));
            instance.terminate();
            assertThat(instance.exitCode()).isNotEqualTo(137);
        }
    }

    @Test
    void anInstanceWhosePatienceIsOverEndsAndNamesTheMissingVersion() throws Exception {
        try (PackagedService instance = start(Map.of(
                "brigade.migrations",
                "off",
                "brigade.migrations-patience",
                "PT0S",
                "brigade.db.name",
                "foreign_to_us"))) {
            assertThat(instance.exitCode()).isEqualTo(1);
            assertThat(instance.output())
                    .contains("Refused to start: after PT0S still the schema of foreign_to_us lacks 0.1");
        }
    }

    @Test
    void aJobThatMayNotMigrateEndsWithOneAndTheReason() throws Exception {
        try (PackagedService job = job(Map.of("brigade.db.name", "foreign_to_us"))) {
            assertThat(job.exitCode()).isEqualTo(1);
            assertThat(job.output())
                    .containsPattern("The migrations of foreign_to_us failed: .*permission denied for schema public")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aSecretThatEverybodyCouldGuessIsRefused() throws Exception {
        try (PackagedService instance = start(Map.of(
                "brigade.db.password", "brigade-secret-2026", "brigade.redis.url", "redis://:changeme@127.0.0.1:1"))) {
            assertThat(instance.exitCode()).isEqualTo(1);
            assertThat(instance.output())
                    .contains("brigade.db.password is no secret")
                    .contains("brigade.redis.url is no secret")
                    .doesNotContain("brigade-secret-2026", "changeme");
        }
    }

    @Test
    void publicPinsAreRefusedUnlessItIsADemonstration() throws Exception {
        try (PackagedService instance = job(Map.of("brigade.demo", "true"))) {
            assertThat(instance.exitCode()).isEqualTo(1);
            assertThat(instance.output())
                    .contains("Refused to start: brigade.demo is true: the demo's PINs are public.");
        }
        try (PackagedService instance = job(Map.of(
                "brigade.demo", "true", "brigade.purpose", "demonstration", "brigade.db.name", "demonstration"))) {
            assertThat(instance.exitCode()).as(instance.output()).isZero();
        }
    }

    private static PackagedService job(Map<String, String> more) throws IOException {
        var settings = new HashMap<>(Map.of(
                "brigade.migrations",
                "only",
                "brigade.db.migration-user",
                "job_owner",
                "brigade.db.migration-password",
                OWNER));
        settings.putAll(more);
        return start(settings);
    }

    private static PackagedService start(Map<String, String> more) throws IOException {
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        return PackagedService.start(settings);
    }
}
