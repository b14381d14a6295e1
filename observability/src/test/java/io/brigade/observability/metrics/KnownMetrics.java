package io.brigade.observability.metrics;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every series that a query may name, with its type: ours, the exporters', and what our rules record. */
public final class KnownMetrics {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final List<String> OF_PROMETHEUS =
            List.of("up", "ALERTS", "ALERTS_FOR_STATE", "scrape_duration_seconds");

    private final Map<String, MetricType> types = new HashMap<>();

    /** What is known of the files in that folder {@code observability/prometheus} and beside this class. */
    public KnownMetrics(Path prometheus) {
        OF_PROMETHEUS.forEach(name -> types.put(name, MetricType.GAUGE));
        PromisedMetric.ALL.forEach(metric -> add(metric.name(), metric.type()));
        served().forEach(this::add);
        recorded(prometheus.resolve("rules")).forEach(name -> types.put(name, MetricType.GAUGE));
        ownQueries(prometheus.resolve("postgres-queries.yml")).forEach(this::add);
    }

    /** MetricType of the series called so; a histogram's series are counters. */
    public Optional<MetricType> typeOf(String series) {
        return Optional.ofNullable(types.get(series));
    }

    private void add(String name, MetricType type) {
        if (type == MetricType.HISTOGRAM) {
            Stream.of("_bucket", "_sum", "_count").forEach(part -> types.put(name + part, MetricType.COUNTER));
        } else {
            types.put(name, type);
        }
    }

    private static Map<String, MetricType> served() {
        try (var in = KnownMetrics.class.getResourceAsStream("/grafana/served-metrics.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SPACE::split)
                    .collect(toMap(words -> words[0], words -> type(words[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A summary's sum and count are counters like a histogram's. */
    private static MetricType type(String word) {
        return switch (word) {
            case "counter" -> MetricType.COUNTER;
            case "histogram", "summary" -> MetricType.HISTOGRAM;
            default -> MetricType.GAUGE;
        };
    }

    private static List<String> recorded(Path rules) {
        try (var files = Files.list(rules)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .flatMap(file -> read(file).findValuesAsText("record").stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, MetricType> ownQueries(Path file) {
        Map<String, MetricType> found = new HashMap<>();
        read(file).properties().forEach(query -> metrics(query.getValue())
                .forEach(metric -> metric.properties().stream()
                        .filter(column -> !usage(column.getValue()).equals("LABEL"))
                        .forEach(column -> found.put(
                                query.getKey() + "_" + column.getKey(),
                                type(usage(column.getValue()).toLowerCase(Locale.ROOT))))));
        return found;
    }

    private static List<JsonNode> metrics(JsonNode query) {
        var metrics = new ArrayList<JsonNode>();
        query.path("metrics").forEach(metrics::add);
        return metrics;
    }

    private static String usage(JsonNode column) {
        return column.path("usage").asText();
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
