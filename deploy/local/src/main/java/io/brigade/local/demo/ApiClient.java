package io.brigade.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Talks to the API through the gateway as one person's device does. */
public final class ApiClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI gateway;
    private final @Nullable String token;

    /** A device on which nobody is signed in. */
    public ApiClient(HttpClient http, URI gateway) {
        this(http, gateway, null);
    }

    private ApiClient(HttpClient http, URI gateway, @Nullable String token) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
    }

    /** The answer to signing in; not yet signed in itself. */
    public ApiResponse signIn(DemoPerson person) {
        return post(
                "/api/auth/token",
                "{\"staff_code\":\"%s\",\"pin\":\"%s\"}".formatted(person.code(), person.pin()),
                Map.of());
    }

    /** A device on which the person of that sign-in answer is signed in. */
    public ApiClient as(JsonNode signIn) {
        return new ApiClient(http, gateway, signIn.path("access_token").asText());
    }

    /** The answer to a manager's PIN on this device: approval of one action on one order. */
    public ApiResponse approval(DemoPerson manager, String action, long orderId) {
        return post(
                "/api/auth/approvals",
                "{\"staff_code\":\"%s\",\"pin\":\"%s\",\"action\":\"%s\",\"order_id\":%d}"
                        .formatted(manager.code(), manager.pin(), action, orderId),
                Map.of());
    }

    /** GET. */
    public ApiResponse get(String path) {
        return get(path, Map.of());
    }

    /** GET with headers. */
    public ApiResponse get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET().build());
    }

    /** POST of JSON; with a key, the same request may be repeated without a second effect. */
    public ApiResponse post(String path, String json, @Nullable String idempotencyKey) {
        return post(path, json, idempotencyKey == null ? Map.of() : Map.of("Idempotency-Key", idempotencyKey));
    }

    /** POST of JSON with headers. */
    public ApiResponse post(String path, String json, Map<String, String> headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build());
    }

    /** A key that was never used. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** A screen that is shown events on these channels, such as {@code kitchen:HOT}. */
    public KitchenScreen screen(String... channels) {
        if (token == null) {
            throw new StepFailed("GET /ws/events", "someone signed in", "nobody");
        }
        return KitchenScreen.open(http, gateway, token, channels);
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var builder = HttpRequest.newBuilder(gateway.resolve(path)).timeout(LIMIT);
        headers.forEach(builder::header);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    private ApiResponse send(HttpRequest request) {
        var path = request.uri().getPath()
                + (request.uri().getQuery() == null ? "" : "?" + request.uri().getQuery());
        var call = request.method() + " " + path;
        var begin = System.nanoTime();
        try {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new ApiResponse(call, answer, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new StepFailed(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed(call, e);
        }
    }
}
