package io.brigade.system;

import io.brigade.local.Component;
import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.local.SuiteConfig;
import io.brigade.local.install.Prerequisites;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the whole suite once for all tests, as {@code ./brigade up --observability} does, on ports and in a folder of its own, so that a
 * developer's running suite is left alone; stops it after the last test. Every class gets it whole: what a test broke is
 * started again.
 */
public class RunningSuite implements BeforeAllCallback {

    private static final Path REPOSITORY = Path.of(System.getProperty("brigade.repository", ".."));

    /** Measured all the time, and often enough that a test waits for the next scrape for seconds only. */
    private static final Map<String, String> OBSERVED = Map.of(
            "BRIGADE_OBSERVABILITY", "true", "BRIGADE_SCRAPE_INTERVAL", "5s", "BRIGADE_LOGSTASH", SuiteLogs.address());

    /** Here one token plays a whole house. */
    private static final Map<String, String> UNHINDERED = Map.of("BRIGADE_REQUESTS_PER_SECOND", "20000");

    /** {@code -Dbrigade.suite.kept=true}: a suite that runs since the last time is used, and goes on afterwards. */
    private static final boolean KEPT = Boolean.getBoolean("brigade.suite.kept");

    private static final Suite SUITE = new Suite(
            SuiteConfig.of(REPOSITORY, settings()).at(Path.of("target/suite").toAbsolutePath(), SuitePorts.OFFSET));

    /** Observed, not slowed down, and with an ERP. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(OBSERVED);
        settings.putAll(UNHINDERED);
        settings.putAll(ErpStandIn.settings());
        return settings;
    }

    /** The suite under test. */
    public static Suite suite() {
        return SUITE;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Stop.class, _ -> startFresh(), Stop.class);
        SUITE.up(Progress.silent());
        House.openDrawer();
    }

    private static Stop startFresh() {
        if (!KEPT) {
            SUITE.down(Progress.silent());
            SUITE.wipe();
            Prerequisites.ensureAll(PRINT::working);
        }
        SUITE.up(PRINT);
        return new Stop();
    }

    private static final class Stop implements AutoCloseable {
        @Override
        public void close() {
            if (!KEPT) {
                SUITE.down(PRINT);
            }
        }
    }

    private static final Progress PRINT = new Progress() {
        @Override
        public void working(String what) {
            System.out.println("  " + what);
        }

        @Override
        public void ready(Component component, Duration took) {
            System.out.printf("  %-16s ready after %d ms%n", component.name(), took.toMillis());
        }

        @Override
        public void alreadyRunning(Component component) {
            System.out.printf("  %-16s was running%n", component.name());
        }

        @Override
        public void stopped(Component component) {
            System.out.printf("  %-16s stopped%n", component.name());
        }
    };
}
