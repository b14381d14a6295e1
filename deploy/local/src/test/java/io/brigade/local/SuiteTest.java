package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    @TempDir
    Path folder;

    @Test
    void staffStartsFirstAndSecondInstancesAfterAllFirstOnes() {
        assertThat(names(suite(Map.of()).components()))
                .containsExactly(
                        "postgres",
                        "replica",
                        "redis",
                        "staff-1",
                        "menu-1",
                        "orders-1",
                        "payments-1",
                        "staff-2",
                        "menu-2",
                        "orders-2",
                        "payments-2",
                        "gateway");
    }

    @Test
    void whatWatchesTheSuiteComesLastAndOnlyWhenAskedFor() {
        assertThat(names(suite(Map.of("BRIGADE_OBSERVABILITY", "true")).components()))
                .endsWith(
                        "gateway",
                        "node-exporter",
                        "postgres-exporter",
                        "replica-exporter",
                        "redis-exporter",
                        "nginx-exporter",
                        "blackbox-exporter",
                        "alertmanager",
                        "prometheus");
        assertThat(suite(Map.of()).isObserved()).isFalse();
    }

    @Test
    void whatWatchesTheSuiteCanBeNamedAlthoughItWasNotAskedFor() {
        assertThat(names(suite(Map.of()).select(List.of("prometheus")))).containsExactly("prometheus");
    }

    @Test
    void anExternalDatabaseIsWatchedAndHasNoReplicaToWatch() {
        var suite = suite(Map.of("BRIGADE_DB_HOST", "db.example", "BRIGADE_OBSERVABILITY", "true"));

        assertThat(names(suite.components())).contains("postgres-exporter").doesNotContain("replica-exporter");
    }

    @Test
    void aServicesNameStandsForItsInstances() {
        assertThat(names(suite(Map.of()).select(List.of("orders", "redis"))))
                .containsExactly("redis", "orders-1", "orders-2");
    }

    @Test
    void anUnknownComponentIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> suite(Map.of()).select(List.of("ordres")))
                .hasMessageContaining("ordres")
                .hasMessageContaining("orders-1");
    }

    @Test
    void anExternalDatabaseHasNoReplicaOfOurs() {
        var suite = suite(Map.of("BRIGADE_DB_HOST", "db.example"));

        assertThat(names(suite.components()))
                .startsWith("redis", "postgres", "staff-1")
                .doesNotContain("replica");
        assertThat(suite.database().host()).isEqualTo("db.example");
        assertThatThrownBy(suite::postgres).hasMessageContaining("external");
    }

    @Test
    void whatIsNotBuiltIsSaidBeforeAnythingStarts() {
        assertThatThrownBy(() -> suite(Map.of()).up(Progress.silent()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("staff-service is not built");
    }

    @Test
    void onlyStaffServiceGetsThePrivateKey() {
        var suite = suite(Map.of());
        var environment = new ServiceEnvironment(
                suite.config(),
                suite.secrets(),
                new LogShipping(suite.config(), suite.state()),
                suite::database,
                suite::redisUrl,
                Optional.empty());

        assertThat(environment.of(ServiceName.STAFF, "staff-1"))
                .containsKeys("BRIGADE_TOKEN_PRIVATE_KEY", "BRIGADE_TOKEN_KEY_ID", "BRIGADE_PIN_PEPPER");
        assertThat(environment.of(ServiceName.ORDERS, "orders-2"))
                .doesNotContainKeys("BRIGADE_TOKEN_PRIVATE_KEY", "BRIGADE_PIN_PEPPER")
                .containsEntry("BRIGADE_INSTANCE", "orders-2")
                .containsEntry("BRIGADE_DB_NAME", "brigade_orders")
                .containsEntry("BRIGADE_DEMO", "true");
    }

    @Test
    void onlyPaymentsServiceSignsTheFiscalJournalAndOwnsNothingOfIt() {
        var suite = suite(Map.of());
        var environment = new ServiceEnvironment(
                suite.config(),
                suite.secrets(),
                new LogShipping(suite.config(), suite.state()),
                suite::database,
                suite::redisUrl,
                Optional.of(suite.postgres()));

        assertThat(environment.of(ServiceName.PAYMENTS, "payments-1"))
                .containsKeys("BRIGADE_FISCAL_SIGNING_KEY", "BRIGADE_FISCAL_PUBLIC_KEY", "BRIGADE_FISCAL_HEADS_FOLDER")
                .containsEntry("BRIGADE_DB_USER", "brigade")
                .containsEntry("BRIGADE_DB_MIGRATION_USER", "brigade_payments_owner");
        assertThat(environment.of(ServiceName.ORDERS, "orders-1"))
                .doesNotContainKeys("BRIGADE_FISCAL_SIGNING_KEY", "BRIGADE_DB_MIGRATION_USER");
    }

    @Test
    void reportsAreReadFromOurReplicaAndNotFromOneBesideAForeignDatabase() {
        assertThat(environmentOfPayments(Map.of())).containsEntry("BRIGADE_REPORTS_DB_PORT", "8433");
        assertThat(environmentOfPayments(Map.of("BRIGADE_DB_HOST", "db.example")))
                .doesNotContainKeys("BRIGADE_REPORTS_DB_HOST", "BRIGADE_REPORTS_DB_PORT");
    }

    private Map<String, String> environmentOfPayments(Map<String, String> variables) {
        var suite = suite(variables);
        return new ServiceEnvironment(
                        suite.config(),
                        suite.secrets(),
                        new LogShipping(suite.config(), suite.state()),
                        suite::database,
                        suite::redisUrl,
                        suite.config().externalDatabase().isEmpty() ? Optional.of(suite.postgres()) : Optional.empty())
                .of(ServiceName.PAYMENTS, "payments-1");
    }

    @Test
    void whatTheUserSetReachesTheServices() {
        var suite = suite(Map.of("BRIGADE_DEMO", "false", "QUARKUS_LOG_LEVEL", "DEBUG", "BRIGADE_INSTANCE", "mine"));
        var environment = new ServiceEnvironment(
                suite.config(),
                suite.secrets(),
                new LogShipping(suite.config(), suite.state()),
                suite::database,
                suite::redisUrl,
                Optional.empty());

        assertThat(environment.of(ServiceName.MENU, "menu-1"))
                .containsEntry("BRIGADE_DEMO", "false")
                .containsEntry("QUARKUS_LOG_LEVEL", "DEBUG")
                .containsEntry("BRIGADE_INSTANCE", "menu-1");
    }

    @Test
    void onlyASuiteOnTheLoopbackPassesForADemonstration() {
        assertThat(environmentOfPayments(Map.of())).containsEntry("BRIGADE_PURPOSE", "demonstration");
        assertThat(environmentOfPayments(Map.of("BRIGADE_LISTEN", "0.0.0.0"))).doesNotContainKey("BRIGADE_PURPOSE");
    }

    @Test
    void wipingLeavesAloneWhatIsNotOurs() throws IOException {
        var suite = suite(Map.of());
        var stranger = Files.writeString(suite.state().root().resolve("notes.txt"), "mine");

        suite.wipe();

        assertThat(suite.state().root())
                .isDirectoryContaining(stranger::equals)
                .isDirectoryNotContaining("glob:**/secrets");
    }

    @Test
    void noBackupYetIsToldApartFromTheirDiskBeingAway() {
        Path away = folder.resolve("another-disk");

        assertThat(suite(Map.of()).backups()).isEmpty();
        assertThatThrownBy(suite(Map.of("BRIGADE_BACKUPS", away.toString()))::backups)
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(away.toString());
    }

    @Test
    void wipingKeepsWhatBackupsNeed() throws IOException {
        var suite = suite(Map.of());
        var pepper = suite.secrets().pinPepper();
        var folder = new BackupFolder(suite.config().backups().resolve("7580000000000000001"));
        Files.createDirectories(folder.base());
        new BaseBackup(folder, "20260131T043000Z", Instant.now()).write();

        suite.wipe();

        assertThat(suite.backups()).hasSize(1);
        assertThat(suite.standingAside())
                .extracting(path -> path.getFileName().toString().replaceAll("-\\d.*", ""))
                .containsExactly("fiscal-heads.of-backups", "secrets.of-backups");
        assertThat(suite.standingAside().getLast().resolve("pin-pepper")).hasContent(pepper);
    }

    @Test
    void twoProgramsDoNotChangeOneSuiteAtATime() {
        var state = suite(Map.of()).state();
        try (var _ = SuiteLock.acquire(state)) {
            assertThatThrownBy(() -> SuiteLock.acquire(state)).hasMessageContaining("Another ./brigade");
        }
        SuiteLock.acquire(state).close();
    }

    private Suite suite(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.put("BRIGADE_HOME", folder.resolve("home").toString());
        return new Suite(SuiteConfig.of(folder, variables));
    }

    private static List<String> names(List<Component> components) {
        return components.stream().map(Component::name).toList();
    }
}
