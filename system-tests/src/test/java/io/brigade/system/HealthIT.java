package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.local.Progress;
import io.brigade.local.ServiceName;
import io.brigade.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the probes of every service say with each dependency away: what turns red and, as important, what does not. */
@ExtendWith(RunningSuite.class)
class HealthIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

    @AfterEach
    void startWhatWasStopped() {
        SUITE.up(Progress.silent());
    }

    @Test
    void everythingIsGreenAndTellsSinceWhen() {
        assertThat(probes("/health")).containsOnly(200);
        assertThat(probes("/ready")).containsOnly(200);
        assertThat(probes("/live")).containsOnly(200);
        for (ServiceName service : ServiceName.values()) {
            JsonNode checks = json(service, "/health").path("checks");
            assertThat(names(checks)).contains("database", "cache");
            for (String ours : List.of("database", "cache")) {
                JsonNode check = check(service, ours);
                assertThat(check.at("/data/uptime").asLong(-1)).isNotNegative();
                assertThat(Instant.parse(check.at("/data/timestamp").asText()))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            }
        }
        await().untilAsserted(() -> assertThat(
                        check(ServiceName.PAYMENTS, "erp").at("/data/state").asText())
                .isEqualTo("up"));
    }

    @Test
    void withoutRedisEveryInstanceStaysReady() {
        SUITE.redis().kill();

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        check(ServiceName.ORDERS, "cache").at("/data/state").asText())
                .isEqualTo("away"));
        assertThat(probes("/ready")).containsOnly(200);
        assertThat(probes("/live")).containsOnly(200);
        assertThat(probes("/health")).containsOnly(200);
        assertThat(Device.ofNobody().get("/health/orders").status()).isEqualTo(200);
    }

    @Test
    void withoutItsDatabaseAnInstanceIsAliveButNotReadyAndSaysSoInTime() {
        SUITE.postgres().kill();

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(probes("/ready")).containsOnly(503));
        assertThat(probes("/live")).containsOnly(200);
        assertThat(probes("/health")).containsOnly(503);
        assertThat(check(ServiceName.MENU, "database").path("status").asText()).isEqualTo("DOWN");
        assertThat(check(ServiceName.MENU, "cache").path("status").asText()).isEqualTo("UP");
        assertThat(Device.ofNobody().get("/health/menu").status()).isEqualTo(503);
        assertThat(Device.ofNobody().get("/health").status()).isEqualTo(200);

        SUITE.up(Progress.silent());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(probes("/ready")).containsOnly(200));
    }

    @Test
    void aReplicaThatIsAwayTurnsNothingRed() {
        SUITE.replica().kill();

        assertThat(probes("/ready")).containsOnly(200);
        assertThat(probes("/health")).containsOnly(200);
    }

    private static List<Integer> probes(String path) {
        return Arrays.stream(ServiceName.values())
                .map(service -> get(service, path).statusCode())
                .toList();
    }

    private static JsonNode check(ServiceName service, String name) {
        return StreamSupport.stream(json(service, "/health").path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode checks) {
        return StreamSupport.stream(checks.spliterator(), false)
                .map(check -> check.path("name").asText())
                .toList();
    }

    private static JsonNode json(ServiceName service, String path) {
        try {
            return JSON.readTree(get(service, path).body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Asks the first instance; a probe that answers too late has failed. */
    private static HttpResponse<String> get(ServiceName service, String path) {
        URI address = URI.create("http://127.0.0.1:" + SUITE.config().ports().management(service, 1) + path);
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(address).timeout(PROBE_PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
