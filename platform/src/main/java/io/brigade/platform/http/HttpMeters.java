package io.brigade.platform.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times requests as {@code http_requests_total} and {@code http_request_duration_seconds}.
 * The route is the template, never the raw path, so that ids and unknown paths add no series.
 */
@ApplicationScoped
public class HttpMeters {

    static final String UNMATCHED = "NOT_FOUND";

    private static final String ROUTE_KEY = "brigade.route";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(2), Duration.ofSeconds(5)
    };

    private record CountKey(String method, String route, int status) {}

    private record TimeKey(String method, String route) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<CountKey, Counter> counters = new ConcurrentHashMap<>();
    private final ConcurrentMap<TimeKey, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    HttpMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Remembers the template of the resource that serves the request. */
    static void route(RoutingContext request, String template) {
        request.put(ROUTE_KEY, template);
    }

    void measure(RoutingContext request) {
        if (!isTraffic(request.normalizedPath())) {
            request.next();
            return;
        }
        long start = System.nanoTime();
        request.addEndHandler(_ -> record(request, System.nanoTime() - start));
        request.next();
    }

    private void record(RoutingContext request, long nanos) {
        String method = request.request().method().name();
        String known = METHODS.contains(method) ? method : "OTHER";
        Object template = request.get(ROUTE_KEY);
        String route = template instanceof String matched ? matched : UNMATCHED;
        counters.computeIfAbsent(new CountKey(known, route, request.response().getStatusCode()), this::counter)
                .increment();
        timers.computeIfAbsent(new TimeKey(known, route), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Health, metrics and documentation are not traffic; a socket's life is no latency. */
    private static boolean isTraffic(String path) {
        return !path.startsWith("/ws/") && !path.startsWith("/openapi") && !path.startsWith("/api-docs");
    }

    private Counter counter(CountKey key) {
        return Counter.builder("http.requests")
                .description("Requests answered")
                .tag("method", key.method())
                .tag("route", key.route())
                .tag("status", Integer.toString(key.status()))
                .register(registry);
    }

    private Timer timer(TimeKey key) {
        return Timer.builder("http.request.duration")
                .description("From the first byte of the request to the last of the answer")
                .tag("method", key.method())
                .tag("route", key.route())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
