package io.brigade.staff.ops;

import io.brigade.staff.ops.OpsSummary.ServiceInstances;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all instances showed at one moment.
 *
 * @param atNanos {@link System#nanoTime} of the moment
 */
record Scrape(long atNanos, List<OfInstance> instances) {

    /** Names of all series that are read. */
    static final List<String> WANTED = List.of(
            "http_requests_total",
            "http_request_duration_seconds_bucket",
            "orders_open",
            "outbox_pending",
            "outbox_oldest_seconds",
            "last_closing_timestamp_seconds");

    /** One instance's samples; null when it did not answer. */
    record OfInstance(InstanceTarget target, @Nullable List<Sample> samples) {}

    List<ServiceInstances> services() {
        Map<String, List<OfInstance>> byService = instances.stream()
                .collect(Collectors.groupingBy(
                        instance -> instance.target().service(), TreeMap::new, Collectors.toList()));
        return byService.entrySet().stream()
                .map(service -> new ServiceInstances(
                        service.getKey(),
                        (int) service.getValue().stream()
                                .filter(instance -> instance.samples() != null)
                                .count(),
                        service.getValue().size()))
                .toList();
    }

    /**
     * How much counters grew since an earlier moment. An instance that was restarted since counts from zero; one that did
     * not answer at both moments tells nothing.
     */
    double growth(Scrape earlier, String name, Predicate<Sample> which) {
        return instances.stream()
                .filter(now -> now.samples() != null && earlier.knows(now.target()))
                .mapToDouble(now -> {
                    double before = earlier.sum(now.target(), name, which);
                    double after = sum(now.target(), name, which);
                    return after < before ? after : after - before;
                })
                .sum();
    }

    /**
     * A gauge that all instances of a service show alike: the greatest of each service and of each further label, summed.
     * Null when nobody shows it.
     */
    @Nullable Double total(String name) {
        Map<Object, Double> greatest = instances.stream()
                .flatMap(instance -> samples(instance)
                        .filter(sample -> sample.is(name) && !Double.isNaN(sample.value()))
                        .map(sample ->
                                Map.entry(List.of(instance.target().service(), sample.labels()), sample.value())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
        return greatest.isEmpty()
                ? null
                : greatest.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The greatest value that anybody shows; null when nobody does. */
    @Nullable Double greatest(String name) {
        return instances.stream()
                .flatMap(Scrape::samples)
                .filter(sample -> sample.is(name) && !Double.isNaN(sample.value()))
                .map(Sample::value)
                .max(Double::compare)
                .orElse(null);
    }

    /** Upper bounds of the buckets of a histogram. */
    List<Double> bounds(String name) {
        return instances.stream()
                .flatMap(Scrape::samples)
                .filter(sample -> sample.is(name))
                .map(sample -> Double.valueOf(sample.label("le").replace("Inf", "Infinity")))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether anybody answered at both moments, so that growth means something. */
    boolean overlaps(Scrape earlier) {
        return instances.stream().anyMatch(now -> now.samples() != null && earlier.knows(now.target()));
    }

    private boolean knows(InstanceTarget target) {
        return instances.stream().anyMatch(instance -> instance.target().equals(target) && instance.samples() != null);
    }

    private double sum(InstanceTarget target, String name, Predicate<Sample> which) {
        return instances.stream()
                .filter(instance -> instance.target().equals(target))
                .flatMap(Scrape::samples)
                .filter(sample -> sample.is(name))
                .filter(which)
                .mapToDouble(Sample::value)
                .sum();
    }

    private static Stream<Sample> samples(OfInstance instance) {
        return Stream.ofNullable(instance.samples()).flatMap(List::stream);
    }
}
