package io.brigade.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.local.demo.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A phone, till or screen that talks to the gateway, on which somebody is signed in or nobody. */
final class Device {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .sslContext(RunningSuite.suite().gateway().trust())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;
    private static final int PATIENCE = 20;
    private static final Map<String, Device> SIGNED_IN = new ConcurrentHashMap<>();

    /** Tokens are good for a quarter of an hour. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final String token;
    private final long since = System.nanoTime();

    private Device(String token) {
        this.token = token;
    }

    static Device ofNobody() {
        return new Device(null);
    }

    static Device withToken(String token) {
        return new Device(token);
    }

    static Device camilleTheWaiter() {
        return signedIn("1001", "4821");
    }

    static Device inesTheCashier() {
        return signedIn("2001", "6248");
    }

    static Device marcTheChef() {
        return signedIn("3001", "5173");
    }

    static Device sophieTheManager() {
        return signedIn("4001", "8462");
    }

    static Device antoineTheAdmin() {
        return signedIn("9001", "9357");
    }

    static Device leaOfTheOtherRestaurant() {
        return signedIn("5001", "3618");
    }

    static Device noeOfTheOtherRestaurant() {
        return signedIn("5101", "2759");
    }

    /** A device keeps its token until it is about to expire. */
    private static Device signedIn(String code, String pin) {
        return SIGNED_IN.compute(code, (_, known) -> known != null && known.isFresh() ? known : signIn(code, pin));
    }

    /** Tokens that were kept are good no more. */
    static void forgetWhoIsSignedIn() {
        SIGNED_IN.clear();
    }

    /** While nobody can sign in it fails as a connection does that broke: it may be tried again. */
    private static Device signIn(String code, String pin) {
        Answer answer = ofNobody().patiently("POST", "/api/auth/token", text(Map.of("staff_code", code, "pin", pin)));
        if (answer.status() == UNAVAILABLE) {
            throw new UncheckedIOException(new IOException("nobody can sign in: " + answer.body()));
        }
        return withToken(answer.json().path("access_token").asText());
    }

    private boolean isFresh() {
        return System.nanoTime() - since < KEPT.toNanos();
    }

    /** The demo's client with this device's token, for its screens. */
    ApiClient asDemoClient() {
        return new ApiClient(HTTP, RunningSuite.suite().gatewayUrl())
                .as(JSON.createObjectNode().put("access_token", token));
    }

    String token() {
        return token;
    }

    /** What the token says. */
    JsonNode claims() {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** A read whose connection is closed under it is sent once more, as browsers do (RFC 9110 section 9.2.2). */
    Answer get(String path, String... headers) {
        try {
            return send("GET", path, null, headers);
        } catch (UncheckedIOException closed) {
            if (closed.getCause() instanceof HttpTimeoutException) {
                throw closed;
            }
            return send("GET", path, null, headers);
        }
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, text(body), headers);
    }

    Answer put(String path, Object body, String... headers) {
        return send("PUT", path, text(body), headers);
    }

    /** Any request; headers as name, value, name, value. */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        RunningSuite.suite().gatewayUrl().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !Arrays.asList(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The same, waiting as long as it is told to when it was too much at once. */
    Answer patiently(String method, String path, String body, String... headers) {
        for (int attempt = 1; ; attempt++) {
            Answer answer = send(method, path, body, headers);
            if (attempt == PATIENCE || !answer.isTooMuchAtOnce()) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After")))
                    .toNanos());
        }
    }

    /** Calls as many times at once. */
    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (var result : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> call).toList())) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static String text(Object body) {
        try {
            return body == null || body instanceof String ? (String) body : JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        /** A locked code is something else: it stays locked for longer than anybody waits. */
        boolean isTooMuchAtOnce() {
            return http.statusCode() == TOO_MANY && code().equals("TOO_MANY_REQUESTS");
        }

        String code() {
            return json().path("code").asText();
        }

        JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (JsonProcessingException noJson) {
                throw new AssertionError(http + " " + http.body(), noJson);
            }
        }
    }
}
