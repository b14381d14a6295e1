package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.Progress;
import io.brigade.local.Suite;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The summary for the admin's dashboard, from the real Prometheus and without it. */
@ExtendWith(RunningSuite.class)
class OpsIT {

    private static final Suite SUITE = RunningSuite.suite();

    @AfterEach
    void startWhatWasKilled() {
        SUITE.up(Progress.silent());
    }

    @Test
    void prometheusTellsTheInstallationAtAGlance() {
        House.placeSupper();

        await().atMost(Duration.ofSeconds(45)).untilAsserted(() -> {
            House.placeSupper();
            JsonNode summary = summary();
            assertThat(summary.path("source").asText()).isEqualTo("PROMETHEUS");
            assertAllAreUp(summary);
            assertThat(summary.path("requests_per_second").asDouble()).isPositive();
            assertThat(summary.path("p95_ms").asDouble()).isPositive();
            assertThat(summary.path("error_rate_percent").isNumber()).isTrue();
            assertThat(summary.path("open_orders").asInt()).isPositive();
            assertThat(summary.path("outbox_pending").isNumber()).isTrue();
        });
    }

    @Test
    void withoutPrometheusTheInstancesAreAskedAndOneThatIsAwayIsSeen() {
        SUITE.prometheus().kill();

        JsonNode summary = await().until( // a summary serves for two seconds
                        OpsIT::summary, made -> made.path("source").asText().equals("INSTANCES"));
        assertAllAreUp(summary);
        assertThat(summary.path("open_orders").isNumber()).isTrue();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            House.placeSupper(); // counted from one summary of an instance to its next
            assertThat(summary().path("requests_per_second").asDouble()).isPositive();
        });

        SUITE.service("menu").instance(2).kill();
        await().untilAsserted(() -> assertThat(summary().path("services")).anySatisfy(service -> {
            assertThat(service.path("service").asText()).isEqualTo("menu");
            assertThat(service.path("up").asInt()).isEqualTo(1);
            assertThat(service.path("expected").asInt()).isEqualTo(2);
        }));
    }

    @Test
    void theLastBackupIsTold() {
        OffsetDateTime ended = SUITE.backup(1, Progress.silent()).ended().atOffset(ZoneOffset.UTC);

        await().atMost(Duration.ofSeconds(45)).untilAsserted(() -> {
            JsonNode told = summary().path("last_backup_at");
            assertThat(told.isTextual()).isTrue();
            assertThat(OffsetDateTime.parse(told.asText())).isEqualTo(ended.truncatedTo(ChronoUnit.SECONDS));
        });
    }

    @Test
    void itIsNotForWaiters() {
        assertThat(Device.camilleTheWaiter().get("/api/ops/summary").status()).isEqualTo(403);
    }

    private static void assertAllAreUp(JsonNode summary) {
        assertThat(summary.path("services")).hasSize(4).allSatisfy(service -> assertThat(
                        service.path("up").asInt())
                .isEqualTo(2)
                .isEqualTo(service.path("expected").asInt()));
    }

    private static JsonNode summary() {
        Device.Answer answer = Device.sophieTheManager().get("/api/ops/summary");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
