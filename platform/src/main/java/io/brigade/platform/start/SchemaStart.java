package io.brigade.platform.start;

import io.brigade.platform.config.ServiceConfig;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/**
 * Sees to the schema before anything else of the service runs: nothing reads, relays or answers while a table may be
 * missing. No port is open until then.
 */
@ApplicationScoped
class SchemaStart {

    private static final Logger LOG = Logger.getLogger(SchemaStart.class);
    private static final long LOOK_EVERY_SECONDS = 1;
    private static final long SAY_EVERY_LOOKS = 15;

    private final Flyway flyway;
    private final ServiceConfig config;

    @Inject
    SchemaStart(Flyway flyway, ServiceConfig config) {
        this.flyway = flyway;
        this.config = config;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 2) StartupEvent starting)
            throws InterruptedException {
        switch (config.migrations()) {
            case AT_START -> migrate();
            case ONLY -> throw EarlyEnd.with(0, migrate());
            case OFF -> waitForSchema();
        }
    }

    private String migrate() {
        try {
            String report = report(flyway.migrate());
            LOG.info(report);
            return report;
        } catch (FlywayException failure) {
            throw refusal("The migrations of " + database() + " failed: " + oneLine(failure));
        }
    }

    private String report(MigrateResult result) {
        String state = database() + " has all that this version needs";
        return result.migrations.isEmpty()
                ? state + "; nothing was to be migrated."
                : state + "; migrated: "
                        + result.migrations.stream()
                                .map(migration -> migration.version + " " + migration.description)
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private void waitForSchema() throws InterruptedException {
        Duration patience = config.migrationsPatience();
        long until = System.nanoTime() + patience.toNanos();
        Optional<String> lack = lack();
        for (long look = 0; lack.isPresent(); look++, lack = lack()) {
            if (look % SAY_EVERY_LOOKS == 0) {
                LOG.warn("Not ready: " + lack.get()
                        + " The instance waits and never migrates (brigade.migrations is off).");
            }
            if (ApplicationLifecycleManager.isVmShuttingDown()) {
                throw EarlyEnd.with(0, "Stopped while it waited for migrations.");
            }
            if (System.nanoTime() - until >= 0) {
                throw refusal("Refused to start: after " + patience + " still " + lack.get());
            }
            TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS);
        }
    }

    /** What the schema lacks, as a sentence; a newer schema lacks nothing. */
    private Optional<String> lack() {
        try {
            MigrationInfo[] missing = flyway.info().pending();
            return missing.length == 0
                    ? Optional.empty()
                    : Optional.of("the schema of " + database() + " lacks "
                            + Arrays.stream(missing)
                                    .map(info -> info.getVersion() + " " + info.getDescription())
                                    .collect(Collectors.joining(", "))
                            + ".");
        } catch (FlywayException failure) {
            return Optional.of("the schema of " + database() + " can't be read: " + oneLine(failure));
        }
    }

    private String database() {
        return config.db().name();
    }

    private static PreventFurtherStepsException refusal(String why) {
        LOG.error(why);
        return EarlyEnd.with(1, why);
    }

    private static String oneLine(FlywayException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
