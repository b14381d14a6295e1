package io.brigade.observability.metrics;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A metric that dashboards, alerts and other people's tools rely on.
 *
 * @param name as in Prometheus; a histogram's without {@code _bucket}, {@code _sum}, {@code _count}
 * @param labels exactly these, besides those of the target (job, instance, service) and a histogram's {@code le}
 */
public record PromisedMetric(String name, MetricType type, Set<String> labels) {

    /** All that the services expose. */
    public static final List<PromisedMetric> ALL = List.of(
            counter("http_requests_total", "method", "route", "status"),
            histogram("http_request_duration_seconds", "method", "route"),
            counter("orders_created_total", "service_mode"),
            counter("orders_completed_total", "service_mode"),
            counter("orders_cancelled_total", "service_mode"),
            gauge("orders_open", "service_mode"),
            gauge("print_jobs_waiting", "printer"),
            gauge("print_jobs_oldest_seconds", "printer"),
            counter("payments_total", "method"),
            counter("payments_amount_cents_total", "method"),
            counter("fiscal_journal_entries_total"),
            counter("fiscal_verification_failures_total"),
            gauge("last_closing_timestamp_seconds"),
            gauge("database_pool_active", "datasource"),
            gauge("database_pool_size", "datasource"),
            gauge("database_pool_max", "datasource"),
            gauge("database_pool_pending", "datasource"),
            gauge("active_connections"),
            counter("cache_requests_total", "cache", "result"),
            gauge("cache_hit_rate", "cache"),
            gauge("websocket_connections", "endpoint"),
            histogram("event_delivery_seconds"),
            gauge("outbox_pending"),
            gauge("outbox_oldest_seconds"),
            gauge("circuit_breaker_state", "name"),
            gauge("erp_entries_waiting"),
            gauge("erp_entries_dead"),
            gauge("erp_entries_oldest_seconds"),
            counter("log_messages_dropped_total", "handler"));

    /** Gauges read from the shared database: every instance reports the same, so they are never summed over instances. */
    public static final Set<String> SAME_ON_EVERY_INSTANCE = Set.of(
            "orders_open",
            "print_jobs_waiting",
            "print_jobs_oldest_seconds",
            "last_closing_timestamp_seconds",
            "outbox_pending",
            "outbox_oldest_seconds",
            "erp_entries_waiting",
            "erp_entries_dead",
            "erp_entries_oldest_seconds");

    /** The names of its series. */
    public Stream<String> series() {
        return type == MetricType.HISTOGRAM
                ? Stream.of(name + "_bucket", name + "_sum", name + "_count")
                : Stream.of(name);
    }

    private static PromisedMetric counter(String name, String... labels) {
        return new PromisedMetric(name, MetricType.COUNTER, Set.of(labels));
    }

    private static PromisedMetric gauge(String name, String... labels) {
        return new PromisedMetric(name, MetricType.GAUGE, Set.of(labels));
    }

    private static PromisedMetric histogram(String name, String... labels) {
        return new PromisedMetric(name, MetricType.HISTOGRAM, Set.of(labels));
    }
}
