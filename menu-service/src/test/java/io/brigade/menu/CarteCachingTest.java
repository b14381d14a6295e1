package io.brigade.menu;

import static io.brigade.menu.Device.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CarteCachingTest {

    private static final Logger SERVICE = Logger.getLogger("io.brigade.menu.carte.CarteService");

    private final AtomicInteger loads = new AtomicInteger();
    private final Handler counting = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().contains("carte loaded")) {
                loads.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    MeterRegistry meters;

    @TestHTTPResource("/api/menu")
    URI carte;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void countLoads() {
        SERVICE.addHandler(counting);
    }

    @AfterEach
    void stopCounting() {
        SERVICE.removeHandler(counting);
        http.close();
    }

    @Test
    void aHundredAskersAtOnceMakeOneLoad() throws Exception {
        int dish = Device.dishId("Sole meunière");
        Device.setAvailable(dish, Map.of("available", false));
        loads.set(0);

        List<Integer> statuses = AtOnce.call(100, () -> get("identity").statusCode());

        assertThat(statuses).hasSize(100).containsOnly(200);
        assertThat(loads).hasValue(1);
        Device.setAvailable(dish, Map.of("available", true));
    }

    @Test
    void whileNothingChangesNothingIsAskedOfTheDatabase() throws Exception {
        get("identity");
        loads.set(0);
        double misses = count("miss");
        double hits = count("hit");

        for (int i = 0; i < 50; i++) {
            assertThat(get("gzip").statusCode()).isEqualTo(200);
        }

        assertThat(loads).hasValue(0);
        assertThat(count("miss")).isEqualTo(misses);
        assertThat(count("hit")).isEqualTo(hits + 50);
    }

    @Test
    void nobodySeesAnOlderCarteAfterANewerOne() throws Exception {
        int dish = Device.dishId("Sole meunière");
        AtomicBoolean editing = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> seen = new ArrayList<>();
            for (int reader = 0; reader < 16; reader++) {
                seen.add(readers.submit(() -> {
                    List<Long> versions = new ArrayList<>();
                    while (editing.get()) {
                        HttpResponse<byte[]> answer = get("identity");
                        long version = version(answer);
                        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                                .contains("\"version\":" + version + ",\"currency\"");
                        versions.add(version);
                    }
                    return versions;
                }));
            }
            long before = version(get("identity"));
            for (int edit = 0; edit < 10; edit++) {
                Device.setAvailable(dish, Map.of("available", edit % 2 == 1));
                assertThat(version(get("identity"))).isGreaterThanOrEqualTo(before + edit + 1);
            }
            editing.set(false);
            for (Future<List<Long>> versions : seen) {
                assertThat(versions.get()).isSorted().isNotEmpty();
            }
        }
    }

    @Test
    void theCarteIsSentCompressedToWhoTakesIt() throws Exception {
        HttpResponse<byte[]> plain = get("identity");
        HttpResponse<byte[]> compressed = get("br, gzip;q=0.8");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(compressed.headers().firstValue("ETag"))
                .contains("W/" + plain.headers().firstValue("ETag").orElseThrow());
        try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(opened.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(compressed.body().length).isLessThan(plain.body().length / 3);
        assertThat(get("gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
        as(Role.WAITER)
                .header("If-None-Match", compressed.headers().firstValue("ETag").orElseThrow())
                .get("/api/menu")
                .then()
                .statusCode(304)
                .header("ETag", containsString("W/"))
                .header("Content-Encoding", nullValue());
    }

    @Test
    void withoutRedisAChangeIsAnsweredSoonAndReadersDoNotWait() throws Exception {
        int dish = Device.dishId("Sole meunière");
        Backends.stopRedis();
        try {
            Device.setAvailable(dish, Map.of("available", false)); // the first meets the connections that broke
            long began = System.nanoTime();
            Device.setAvailable(dish, Map.of("available", false));
            long writeMs = (System.nanoTime() - began) / 1_000_000;
            assertThat(Device.dish(dish)).containsEntry("available", false);
            assertThat(writeMs).as("300 ms of patience and the change itself").isLessThan(2_000);
        } finally {
            Backends.startRedis();
        }
        Device.setAvailable(dish, Map.of("available", true));
        assertThat(Device.dish(dish)).containsEntry("available", true);
    }

    private HttpResponse<byte[]> get(String acceptEncoding) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(carte)
                        .header("Authorization", TestTokens.bearer(Role.WAITER))
                        .header("Accept-Encoding", acceptEncoding)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static long version(HttpResponse<?> answer) {
        return Long.parseLong(answer.headers().firstValue("ETag").orElseThrow().replaceAll("[^0-9]", ""));
    }

    private double count(String result) {
        return meters.get("cache.requests")
                .tag("cache", "menu")
                .tag("result", result)
                .counter()
                .count();
    }
}
