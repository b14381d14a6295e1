package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.brigade.local.Progress;
import io.brigade.local.ServiceInstance;
import io.brigade.local.Suite;
import io.brigade.local.process.ProcessMemory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten times as many devices want to order at once as are let in: most are refused at once, the others hardly wait. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class OverloadIT {

    private static final Suite SUITE = RunningSuite.suite();

    /** So many requests an instance of the suite under test works on at a time. */
    private static final int LET_IN = 20;

    private static final int TIMES = 10;
    private static final Duration LASTS = Duration.ofSeconds(15);
    private static final int MOST_MEGABYTES = 400;

    /** One answer. */
    private record Outcome(int status, long nanos) {}

    @AfterEach
    void asItWas() {
        SUITE.restart(Progress.silent(), "orders");
    }

    @Test
    void mostAreRefusedAtOnceAndWhoIsLetInHardlyWaits() throws Exception {
        new Suite(SUITE.config().with("BRIGADE_HTTP_MAX_REQUESTS", Integer.toString(LET_IN)))
                .restart(Progress.silent(), "orders");
        int letIn = LET_IN * SUITE.service("orders").instances().size();
        order(letIn / 2, Duration.ofSeconds(5)); // warm

        List<Outcome> usual = order(letIn / 2, LASTS);
        List<Outcome> flood = order(letIn * TIMES, LASTS);
        List<Outcome> afterwards = order(letIn / 2, Duration.ofSeconds(5));

        Latencies usually = latencies(usual, 201);
        Latencies done = latencies(flood, 201);
        Latencies refused = latencies(flood, 429);
        Latencies again = latencies(afterwards, 201);
        System.out.printf(
                "  usually, %d devices: %s%n  %d devices, done: %s%n  refused: %s%n  afterwards: %s%n  memory: %s MB%n",
                letIn / 2, usually, letIn * TIMES, done, refused, again, megabytes());
        assertThat(usual).extracting(Outcome::status).containsOnly(201);
        assertThat(flood).extracting(Outcome::status).containsOnly(201, 429);
        assertThat(refused.nanos().size()).isGreaterThan(done.nanos().size());
        // Ten times the devices share the same processors with what they ask.
        assertThat(done.percentileMillis(99)).isLessThan(TIMES * usually.percentileMillis(99));
        assertThat(afterwards).extracting(Outcome::status).containsOnly(201);
        assertThat(again.percentileMillis(99)).isLessThan(2 * usually.percentileMillis(99));
        assertThat(megabytes()).allSatisfy(size -> assertThat(size).isLessThan(MOST_MEGABYTES));
    }

    /** Each device orders again and again, over a connection of its own. */
    private static List<Outcome> order(int devices, Duration lasts) throws Exception {
        String token = Device.camilleTheWaiter().token();
        String body = text(House.heldSupper());
        long end = System.nanoTime() + lasts.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(SUITE.gateway().trust())
                        .build()) {
            List<Future<List<Outcome>>> all = new ArrayList<>();
            for (int i = 0; i < devices; i++) {
                all.add(threads.submit(() -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        outcomes.add(order(http, token, body));
                    }
                    return outcomes;
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<List<Outcome>> device : all) {
                outcomes.addAll(device.get());
            }
            return outcomes;
        }
    }

    private static Outcome order(HttpClient http, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(SUITE.gatewayUrl().resolve("/api/orders"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", House.newKey())
                .POST(BodyPublishers.ofString(body))
                .build();
        long asked = System.nanoTime();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        return new Outcome(status, System.nanoTime() - asked);
    }

    private static Latencies latencies(List<Outcome> outcomes, int status) {
        return new Latencies(outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(Outcome::nanos)
                .toList());
    }

    private static List<Long> megabytes() {
        return SUITE.service("orders").instances().stream()
                .map(ServiceInstance::process)
                .map(process -> ProcessMemory.megabytes(process.orElseThrow()).orElseThrow())
                .toList();
    }

    private static String text(Map<String, Object> order) throws JsonProcessingException {
        return Device.JSON.writeValueAsString(order);
    }
}
