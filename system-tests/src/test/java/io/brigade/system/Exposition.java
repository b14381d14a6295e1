package io.brigade.system;

import io.brigade.local.ServiceInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an instance itself says on {@code /metrics}.
 *
 * @param samples values by series as they are written, labels in alphabetical order
 */
record Exposition(TreeMap<String, Double> samples) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Pattern SAMPLE =
            Pattern.compile("^([a-z_]+(?:\\{.*?\"})?) ([^ ]+)(?: #.*)?$", Pattern.MULTILINE);

    static Exposition of(ServiceInstance instance) {
        try {
            var metrics = HttpRequest.newBuilder(instance.managementUrl().resolve("/metrics"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return read(HTTP.send(metrics, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Exposition read(String text) {
        return new Exposition(SAMPLE.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        sample -> sample.group(1),
                        sample -> Double.valueOf(sample.group(2)),
                        (_, repeated) -> repeated,
                        TreeMap::new)));
    }

    /** The series whose name is one of these. */
    Set<String> seriesOf(String... names) {
        return samples.keySet().stream()
                .filter(series -> Set.of(names).contains(series.replaceAll("\\{.*", "")))
                .collect(Collectors.toSet());
    }

    /** All of a metric together. */
    double total(String name) {
        return seriesOf(name).stream().mapToDouble(samples::get).sum();
    }

    /** One series; null when it is not there. */
    Double value(String series) {
        return samples.get(series);
    }
}
