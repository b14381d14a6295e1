package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.ServiceInstance;
import io.brigade.local.Suite;
import io.brigade.observability.metrics.PromisedMetric;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metrics keep what is promised of them: names, labels, types, a bounded number, and there from the start. */
@ExtendWith(RunningSuite.class)
class MetricsIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final int MANY_ORDERS = Integer.getInteger("brigade.metrics.orders", 1_000);
    private static final int MANY_PATHS = 1_000;
    private static final int AT_ONCE = 32;
    /** What Prometheus adds: where a series comes from. */
    private static final Set<String> OF_THE_TARGET = Set.of("__name__", "job", "instance", "service");

    @Test
    void everyPromisedMetricIsInPrometheusWithExactlyItsLabels() throws Exception {
        var prometheus = new PrometheusQueries();
        try (var traffic = Traffic.begun()) {
            for (var metric : PromisedMetric.ALL) {
                await(metric.name()).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(metric.series()).allSatisfy(series -> assertThat(
                                    prometheus.series(series + "{job=\"api-backend\"}"))
                            .as(series)
                            .isNotEmpty()
                            .allSatisfy(found -> assertThat(labels(found)).isEqualTo(promised(metric, series))));
                    assertThat(declaredType(prometheus, metric))
                            .as(metric.name())
                            .isEqualTo(type(metric));
                });
            }
            traffic.requireThatAllWentWell();
        }
    }

    private static Set<String> labels(JsonNode series) {
        var labels = new HashSet<String>();
        series.fieldNames().forEachRemaining(labels::add);
        labels.removeAll(OF_THE_TARGET);
        return labels;
    }

    private static Set<String> promised(PromisedMetric metric, String series) {
        var labels = new HashSet<>(metric.labels());
        if (series.endsWith("_bucket")) {
            labels.add("le");
        }
        return labels;
    }

    /** OpenMetrics declares a counter without its {@code _total}. */
    private static String declaredType(PrometheusQueries prometheus, PromisedMetric metric) {
        var declared = prometheus.declaredType(metric.name());
        return declared.isEmpty() ? prometheus.declaredType(metric.name().replaceFirst("_total$", "")) : declared;
    }

    private static String type(PromisedMetric metric) {
        return metric.type().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void latencyIsMeasuredAtTheEdgesThatThePromiseNeeds() {
        House.placeSupper();
        assertThat(SUITE.service("orders").instances()).anySatisfy(instance -> assertThat(
                        Exposition.of(instance).seriesOf("http_request_duration_seconds_bucket").stream()
                                .filter(series -> series.contains("route=\"/api/orders\""))
                                .map(series -> series.replaceAll(".*le=\"([^\"]+)\".*", "$1")))
                .contains("0.005", "0.01", "0.025", "0.05", "0.1", "0.2", "0.5", "1.0", "2.0", "5.0"));
    }

    @Test
    void thousandsOfOrdersAndUnknownPathsAddNoSeries() throws Exception {
        var orders = SUITE.service("orders").instance(1);
        ask(orders, Stream.of("/api/orders/999999999", "/api/orders/not-a-number", "/unknown"));
        var before = ownSeries(orders);

        ask(orders, IntStream.range(0, MANY_ORDERS).mapToObj(id -> "/api/orders/" + (900_000_000 + id)));
        ask(orders, IntStream.range(0, MANY_PATHS).mapToObj(path -> "/unknown/" + path + "/path-" + path));

        assertThat(Exposition.of(orders).total("http_requests_total")).isGreaterThan(MANY_ORDERS + MANY_PATHS);
        assertThat(ownSeries(orders)).isEqualTo(before);
    }

    @Test
    void billsOfManyOrdersAddNoSeriesThoughEachAsksForItsOrder() throws Exception {
        var payments = SUITE.service("payments").instance(1);
        ask(payments, Stream.of("/api/bills/999999999"));
        var before = ownSeries(payments);

        ask(payments, IntStream.range(0, 200).mapToObj(id -> "/api/bills/" + (900_000_000 + id)));

        assertThat(ownSeries(payments)).isEqualTo(before);
    }

    /** Everything but what a JVM shows of itself, which grows when it does something for the first time. */
    private static Set<String> ownSeries(ServiceInstance instance) {
        return Exposition.of(instance).samples().keySet().stream()
                .filter(series -> !series.startsWith("jvm_"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatOperatorsAndDevelopersReadIsNotTraffic() throws Exception {
        for (var service : List.of("menu", "orders", "payments", "staff")) {
            var instance = SUITE.service(service).instance(1);
            double before = Exposition.of(instance).total("http_requests_total");
            for (var path : List.of("/health", "/ready", "/live", "/metrics")) {
                assertThat(status(instance.managementUrl().resolve(path)))
                        .as(path)
                        .isEqualTo(200);
            }
            assertThat(status(instance.url().resolve("/openapi"))).isEqualTo(200);
            for (int i = 0; i < 8; i++) {
                assertThat(Device.ofNobody().get("/health/" + service).status()).isEqualTo(200);
                assertThat(Device.ofNobody()
                                .get("/api-docs/openapi/" + service + ".json")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(Exposition.of(instance).total("http_requests_total"))
                    .as(service)
                    .isEqualTo(before);
        }
    }

    static Map<String, List<String>> countersAtRest() {
        return Map.of(
                "orders",
                Stream.of(
                                Stream.of("created", "completed", "cancelled").flatMap(what -> Stream.of(
                                                "DINE_IN", "TAKEAWAY", "DELIVERY")
                                        .map(mode -> "orders_%s_total{service_mode=\"%s\"}".formatted(what, mode))),
                                Stream.of(
                                        "circuit_breaker_state{name=\"menu\"}",
                                        "circuit_breaker_state{name=\"staff\"}",
                                        "event_delivery_seconds_count"))
                        .flatMap(each -> each)
                        .toList(),
                "payments",
                List.of(
                        "payments_total{method=\"CB\"}",
                        "payments_total{method=\"Espèces\"}",
                        "payments_amount_cents_total{method=\"CB\"}",
                        "payments_amount_cents_total{method=\"Espèces\"}",
                        "circuit_breaker_state{name=\"orders\"}"),
                "menu",
                List.of(
                        "cache_requests_total{cache=\"menu\",result=\"hit\"}",
                        "cache_requests_total{cache=\"menu\",result=\"miss\"}"),
                "staff",
                List.of());
    }

    /** A counter that appears with its first event hides that event from rate and increase. */
    @Test
    void countersAreThereAtZeroOnAnInstanceThatHasJustStarted() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Exposition>> atRest = new HashMap<>();
            countersAtRest()
                    .keySet()
                    .forEach(service -> atRest.put(service, threads.submit(() -> {
                        var instance = SUITE.service(service).instance(2);
                        instance.stop();
                        instance.start();
                        return Exposition.of(instance);
                    })));
            for (var each : atRest.entrySet()) {
                Exposition exposition = each.getValue().get();
                assertThat(Stream.concat(
                                countersAtRest().get(each.getKey()).stream(),
                                Stream.of("log_messages_dropped_total{handler=\"gelf\"}")))
                        .allSatisfy(series -> assertThat(exposition.value(series))
                                .as("%s: %s", each.getKey(), series)
                                .isNotNull()
                                .isZero());
            }
        }
    }

    private static int status(URI address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Asks the instance itself for all these paths, a few at a time, as a waiter who is told that nothing is there. */
    private static void ask(ServiceInstance instance, Stream<String> paths) throws Exception {
        var token = Device.camilleTheWaiter().token();
        var room = new Semaphore(AT_ONCE);
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = paths.map(path -> threads.submit(() -> {
                        room.acquire();
                        try {
                            return http.send(
                                            HttpRequest.newBuilder(
                                                            instance.url().resolve(path))
                                                    .header("Authorization", "Bearer " + token)
                                                    .timeout(Duration.ofSeconds(20))
                                                    .build(),
                                            BodyHandlers.discarding())
                                    .statusCode();
                        } finally {
                            room.release();
                        }
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isBetween(400, 499);
            }
        }
    }
}
