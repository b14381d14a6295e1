package io.brigade.staff.ops;

import io.brigade.staff.ops.OpsSummary.Source;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Figures from the instances' own meters. Rates are over the time since the last summary, or over one second when that
 * was long ago or never: nothing is sampled while nobody looks.
 */
@ApplicationScoped
class InstancesFigures {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long SHORTEST_WINDOW = TimeUnit.MILLISECONDS.toNanos(900);
    private static final long LONGEST_WINDOW = TimeUnit.MINUTES.toNanos(2);
    private static final String REQUESTS = "http_requests_total";
    private static final String BUCKETS = "http_request_duration_seconds_bucket";

    private final Map<InstanceTarget, InstancesClient> clients;
    private volatile @Nullable Scrape last;

    @Inject
    InstancesFigures(OpsConfig config) {
        clients = config.instances().orElse(List.of()).stream()
                .map(InstanceTarget::parse)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), InstancesFigures::client));
    }

    Uni<OpsSummary> summary() {
        Scrape before = last;
        Uni<Scrape> start = before != null && isFit(before) ? Uni.createFrom().item(before) : scrape();
        return start.chain(from -> waitFor(from).chain(this::scrape).map(to -> {
            last = to;
            return summary(from, to);
        }));
    }

    private static boolean isFit(Scrape scrape) {
        return System.nanoTime() - scrape.atNanos() < LONGEST_WINDOW;
    }

    private static Uni<Void> waitFor(Scrape from) {
        long missing = SHORTEST_WINDOW - (System.nanoTime() - from.atNanos());
        Uni<Void> now = Uni.createFrom().voidItem();
        return missing <= 0 ? now : now.onItem().delayIt().by(Duration.ofNanos(missing));
    }

    private Uni<Scrape> scrape() {
        if (clients.isEmpty()) {
            return Uni.createFrom().item(new Scrape(System.nanoTime(), List.of()));
        }
        return Uni.join()
                .all(clients.entrySet().stream()
                        .map(client -> ask(client.getKey(), client.getValue()))
                        .toList())
                .andFailFast()
                .map(instances -> new Scrape(System.nanoTime(), instances));
    }

    private static Uni<Scrape.OfInstance> ask(InstanceTarget target, InstancesClient client) {
        return client.metrics()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(text -> new Scrape.OfInstance(target, Sample.read(text, Scrape.WANTED)))
                .onFailure()
                .recoverWithItem(new Scrape.OfInstance(target, null));
    }

    private static OpsSummary summary(Scrape from, Scrape to) {
        double seconds = (to.atNanos() - from.atNanos()) / 1e9;
        boolean known = to.overlaps(from);
        double requests = to.growth(from, REQUESTS, _ -> true);
        double errors =
                to.growth(from, REQUESTS, sample -> sample.label("status").startsWith("5"));
        return new OpsSummary(
                OffsetDateTime.now(ZoneOffset.UTC),
                Source.INSTANCES,
                to.services(),
                known ? requests / seconds : null,
                p95Ms(from, to),
                known ? share(errors, requests) : null,
                whole(to.total("orders_open")),
                whole(to.total("outbox_pending")),
                to.greatest("outbox_oldest_seconds"),
                time(to.greatest("last_closing_timestamp_seconds")),
                null);
    }

    private static double share(double errors, double requests) {
        return requests == 0 ? 0 : 100 * errors / requests;
    }

    private static @Nullable Double p95Ms(Scrape from, Scrape to) {
        List<Buckets.Bucket> grown = to.bounds(BUCKETS).stream()
                .map(bound -> new Buckets.Bucket(
                        bound, to.growth(from, BUCKETS, sample -> isBound(sample.label("le"), bound))))
                .toList();
        Double seconds = Buckets.quantile(0.95, grown);
        return seconds == null ? null : seconds * 1000;
    }

    private static boolean isBound(String le, double bound) {
        return Double.parseDouble(le.replace("Inf", "Infinity")) == bound;
    }

    static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Math.round(value);
    }

    static @Nullable OffsetDateTime time(@Nullable Double epochSeconds) {
        return epochSeconds == null || epochSeconds == 0
                ? null
                : Instant.ofEpochSecond(Math.round(epochSeconds)).atOffset(ZoneOffset.UTC);
    }

    private static InstancesClient client(InstanceTarget target) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(target.management())
                .connectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .build(InstancesClient.class);
    }
}
