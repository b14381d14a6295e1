package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks the running suite's Prometheus. */
final class PrometheusQueries {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI prometheus = RunningSuite.suite().prometheusUrl();

    /** Series with their newest sample. */
    List<JsonNode> now(String query) {
        return list(get("/api/v1/query?query=" + encoded(query)).path("result"));
    }

    /** The value of a query that gives one number; NaN when it gives none. */
    double number(String query) {
        var result = now(query);
        return result.isEmpty() ? Double.NaN : result.getFirst().at("/value/1").asDouble();
    }

    /** Series with their samples, one each step until now. */
    List<JsonNode> lately(String query, Duration back, Duration step) {
        var end = Instant.now();
        return list(get("/api/v1/query_range?query=%s&start=%s&end=%s&step=%s"
                        .formatted(encoded(query), end.minus(back), end, step.toSeconds()))
                .path("result"));
    }

    /** Label sets of the series that match. */
    List<JsonNode> series(String selector) {
        return list(get("/api/v1/series?match[]=" + encoded(selector)));
    }

    /** What a label of the matching series says. */
    List<JsonNode> labelValues(String selector, String label) {
        return list(get("/api/v1/label/" + label + "/values?match[]=" + encoded(selector)));
    }

    /** Exemplars of the last minutes. */
    List<JsonNode> exemplars(String query) {
        var end = Instant.now();
        return list(get("/api/v1/query_exemplars?query=%s&start=%s&end=%s"
                .formatted(encoded(query), end.minusSeconds(300), end)));
    }

    /** The type that a metric's targets declare, such as {@code counter}; empty when none does. */
    String declaredType(String metric) {
        return get("/api/v1/metadata?metric=" + encoded(metric))
                .path(metric)
                .path(0)
                .path("type")
                .asText();
    }

    private JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(prometheus + path.replace("[]", "%5B%5D")))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var answer = Device.JSON.readTree(
                    HTTP.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new AssertionError("Prometheus refuses " + path + ": " + answer);
            }
            return answer.path("data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
