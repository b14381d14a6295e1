package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.Device.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drawers of tills of their own, counted at the end: whoever takes cash without naming a till needs the only open one. */
final class Drawers implements AutoCloseable {

    private static final long FLOAT_CENTS = 10_000;
    private static final List<Long> COINS_AND_NOTES =
            List.of(50_000L, 20_000L, 10_000L, 5_000L, 2_000L, 1_000L, 500L, 200L, 100L, 50L, 20L, 10L, 5L, 2L, 1L);

    private final Map<String, JsonNode> opened = new LinkedHashMap<>();

    private Drawers() {}

    /** That many; those that an earlier run has left open are used as they are. */
    static Drawers open(int count) {
        Drawers drawers = new Drawers();
        for (int i = 1; i <= count; i++) {
            drawers.open("Comptoir " + i);
        }
        return drawers;
    }

    private void open(String till) {
        Answer answer = Device.inesTheCashier()
                .post(
                        "/api/cash-sessions",
                        Map.of("till", till, "float_cents", FLOAT_CENTS),
                        "Idempotency-Key",
                        House.newKey());
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
        opened.put(till, answer.status() == 201 ? answer.json() : answer.json().path("current"));
    }

    /** Names of the tills. */
    List<String> tills() {
        return List.copyOf(opened.keySet());
    }

    /** What came into that till's drawer since it was opened here, as its session says. */
    long cameIn(String till) {
        JsonNode before = opened.get(till);
        return now(before).path("expected_cents").asLong()
                - before.path("expected_cents").asLong();
    }

    private static JsonNode now(JsonNode session) {
        return Device.inesTheCashier().get(path(session)).json();
    }

    private static String path(JsonNode session) {
        return "/api/cash-sessions/" + session.path("session_id").asLong();
    }

    /** Everything is there that should be. */
    @Override
    public void close() {
        for (JsonNode session : opened.values()) {
            Answer counted = Device.inesTheCashier()
                    .post(
                            path(session) + "/close",
                            Map.of(
                                    "counts",
                                    counts(now(session).path("expected_cents").asLong())),
                            "Idempotency-Key",
                            House.newKey());
            assertThat(counted.status()).as(counted.body()).isEqualTo(200);
            assertThat(counted.json().path("difference_cents").asLong()).isZero();
        }
    }

    private static Map<String, Long> counts(long cents) {
        Map<String, Long> counts = new LinkedHashMap<>();
        long left = cents;
        for (long value : COINS_AND_NOTES) {
            counts.put(Long.toString(value), left / value);
            left %= value;
        }
        return counts;
    }
}
