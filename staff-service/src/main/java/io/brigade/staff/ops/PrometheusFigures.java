package io.brigade.staff.ops;

import static io.brigade.staff.ops.InstancesFigures.time;
import static io.brigade.staff.ops.InstancesFigures.whole;

import io.brigade.staff.ops.OpsSummary.ServiceInstances;
import io.brigade.staff.ops.OpsSummary.Source;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures from Prometheus, over the last minutes. */
@ApplicationScoped
class PrometheusFigures {

    private static final long PATIENCE_MS = 2_000;

    private static final String UP = "sum by (service) (up{job=\"api-backend\"})";
    private static final String EXPECTED = "count by (service) (up{job=\"api-backend\"})";
    private static final List<String> FIGURES = List.of(
            "sum(rate(http_requests_total[1m]))",
            "1000 * histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))",
            // 0 while there are requests and none of them failed, and while there are none; nothing when nothing is
            // known.
            "100 * sum(rate(http_requests_total{status=~\"5..\"}[5m])) / (sum(rate(http_requests_total[5m])) > 0)"
                    + " or 0 * sum(rate(http_requests_total[5m]))",
            "sum(max by (service_mode) (orders_open))",
            "sum(max by (service) (outbox_pending))",
            "max(outbox_oldest_seconds)",
            "max(last_closing_timestamp_seconds)",
            // By ./brigade backup, or by CloudNativePG.
            "max(last_backup_timestamp_seconds) or max(cnpg_collector_last_available_backup_timestamp) > 0");

    private final Optional<PrometheusClient> prometheus;

    @Inject
    PrometheusFigures(OpsConfig config) {
        prometheus = config.prometheus().map(address -> QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .readTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .build(PrometheusClient.class));
    }

    /** Whether there is a Prometheus to ask. */
    boolean areConfigured() {
        return prometheus.isPresent();
    }

    /** Fails when Prometheus does not answer, or has nothing to tell yet. */
    Uni<OpsSummary> summary() {
        PrometheusClient client = prometheus.orElseThrow();
        List<String> expressions = new ArrayList<>(FIGURES);
        expressions.addAll(List.of(UP, EXPECTED));
        return Uni.join()
                .all(expressions.stream().map(client::query).toList())
                .andFailFast()
                .map(PrometheusFigures::summary);
    }

    private static OpsSummary summary(List<PrometheusClient.Answer> answers) {
        int services = FIGURES.size();
        if (answers.get(services + 1).data().result().isEmpty()) {
            throw new IllegalStateException("Prometheus knows no instance yet");
        }
        return new OpsSummary(
                OffsetDateTime.now(ZoneOffset.UTC),
                Source.PROMETHEUS,
                services(answers.get(services), answers.get(services + 1)),
                figure(answers.get(0)),
                figure(answers.get(1)),
                figure(answers.get(2)),
                whole(figure(answers.get(3))),
                whole(figure(answers.get(4))),
                figure(answers.get(5)),
                time(figure(answers.get(6))),
                time(figure(answers.get(7))));
    }

    private static @Nullable Double figure(PrometheusClient.Answer answer) {
        return answer.data().result().stream()
                .map(PrometheusClient.Series::number)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(null);
    }

    private static List<ServiceInstances> services(PrometheusClient.Answer up, PrometheusClient.Answer expected) {
        Map<String, Integer> answering = byService(up);
        return byService(expected).entrySet().stream()
                .map(service -> new ServiceInstances(
                        service.getKey(), answering.getOrDefault(service.getKey(), 0), service.getValue()))
                .toList();
    }

    private static Map<String, Integer> byService(PrometheusClient.Answer answer) {
        return answer.data().result().stream()
                .collect(Collectors.toMap(
                        series -> series.metric().getOrDefault("service", ""),
                        series -> (int) series.number(),
                        Integer::sum,
                        TreeMap::new));
    }
}
