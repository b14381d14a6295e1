package io.brigade.orders.realtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.websockets.next.OpenConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How many screens are connected here, and how long an event takes from its commit to their sockets. */
@Startup // its meters are there from the start
@ApplicationScoped
class RealtimeMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(2), Duration.ofSeconds(5)
    };

    private final Clock clock = Clock.systemUTC();
    private final Timer delivery;

    @Inject
    RealtimeMeters(MeterRegistry registry, OpenConnections sockets) {
        delivery = Timer.builder("event.delivery")
                .description("From an event's commit to its being written to a socket; replays are not counted")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Gauge.builder("websocket.connections", sockets, open -> open.listAll().size())
                .description("Open WebSockets")
                .tag("endpoint", "/ws/events")
                .register(registry);
    }

    /** An event that was committed then has been written to one socket. The clocks of two machines may differ a little. */
    void delivered(long committedAtMs) {
        delivery.record(Math.max(0, clock.millis() - committedAtMs), TimeUnit.MILLISECONDS);
    }
}
