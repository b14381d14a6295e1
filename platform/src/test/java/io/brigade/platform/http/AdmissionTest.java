package io.brigade.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.problem.RawProblems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final int MOST = 2;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<RoutingContext> inside = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private volatile boolean clockIsRight = true;

    @BeforeEach
    void open() {
        Router router = Router.router(vertx);
        var admission = new Admission(new RawProblems(new ObjectMapper()), MOST, () -> clockIsRight);
        router.route().handler(admission::admit);
        router.route().handler(inside::add);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void oneMoreIsRefusedAtOnceUntilAnotherIsDone() {
        var first = ask("/api/orders");
        var second = ask("/api/orders");
        awaitInside(MOST);

        HttpResponse<String> refused = ask("/api/orders").join();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");

        inside.remove().end();
        assertThat(CompletableFuture.anyOf(first, second).join()).isNotNull();
        var _ = ask("/api/orders");
        awaitInside(MOST);
        inside.forEach(RoutingContext::end);
    }

    @Test
    void whoHangsUpMakesRoom() {
        var impatient = ask("/api/orders");
        var _ = ask("/api/orders");
        awaitInside(MOST);

        impatient.cancel(true);

        await().untilAsserted(() -> {
            int before = inside.size();
            var another = ask("/api/orders");
            await().until(() -> inside.size() > before || another.isDone());
            assertThat(inside.size()).isGreaterThan(before);
        });
        inside.forEach(RoutingContext::end);
    }

    @Test
    void whatIsNotOfTheApiIsNotCounted() {
        var _ = ask("/api/orders");
        var _ = ask("/api/orders");
        awaitInside(MOST);

        var _ = ask("/ws/events");

        awaitInside(MOST + 1);
        inside.forEach(RoutingContext::end);
    }

    @Test
    void nobodyIsLetInWhileTheClockIsWrong() {
        clockIsRight = false;

        HttpResponse<String> refused = ask("/api/orders").join();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("\"code\":\"DEPENDENCY_UNAVAILABLE\"");
        assertThat(inside).isEmpty();

        clockIsRight = true;
        var _ = ask("/api/orders");
        awaitInside(1);
        inside.forEach(RoutingContext::end);
    }

    private void awaitInside(int requests) {
        await().until(() -> inside.size() == requests);
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
