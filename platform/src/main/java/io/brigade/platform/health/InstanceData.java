package io.brigade.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** What every check tells besides its own finding: how long this instance has been up, and when it was asked. */
@ApplicationScoped
public class InstanceData {

    private final Clock clock = Clock.systemUTC();

    /** Adds {@code uptime} in seconds and {@code timestamp} in RFC 3339. */
    public HealthCheckResponseBuilder on(HealthCheckResponseBuilder check) {
        return check.withData("uptime", ManagementFactory.getRuntimeMXBean().getUptime() / 1000)
                .withData(
                        "timestamp",
                        Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
