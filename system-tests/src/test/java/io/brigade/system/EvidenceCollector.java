package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.Evidence;
import io.brigade.system.invariant.Json;
import io.brigade.system.invariant.OrderFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects what a round left behind, once everything has been told to everybody. */
final class EvidenceCollector {

    private static final Path PROBLEMS = Path.of(System.getProperty("brigade.repository", ".."), "docs/problems.md");
    private static final Pattern PROBLEM = Pattern.compile("(?m)^`([A-Z_]+)`, (\\d{3})");

    private final long lastBefore = lastOrder();
    private final ResumingScreen floor = new ResumingScreen(Device.sophieTheManager());

    /** Begins with the next order; the floor display is connected from now on. */
    EvidenceCollector() {
        await().untilAsserted(() -> assertThat(floor.ofType("subscribed")).isNotEmpty());
    }

    /** Number of the last order that does not belong to the round. */
    long lastBefore() {
        return lastBefore;
    }

    private static long lastOrder() {
        return Device.sophieTheManager()
                .get("/api/orders?limit=1")
                .json()
                .at("/data/0/order_id")
                .asLong();
    }

    Evidence collect(Journal journal, Map<Long, Integer> counted, Duration longestEventDelay) throws Exception {
        List<OrderFile> files;
        Map<Long, Long> read;
        do { // a bill that was settled last may close its order while they are read
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(this::isShown);
            read = versions();
            files = files();
        } while (!versions().equals(read));
        floor.close();
        assertThat(floor.ofType("snapshot_required")).isEmpty();
        return new Evidence(
                journal.exchanges(), files, floor.events(), counted, documentedProblems(), longestEventDelay);
    }

    /** The display has seen every order at least as far as it is listed, and nothing changed meanwhile. */
    private void isShown() {
        Map<Long, Long> listed = versions();
        assertThat(shown()).containsAllEntriesOf(listed);
        assertThat(versions()).isEqualTo(listed);
    }

    private Map<Long, Long> shown() {
        Map<Long, Long> shown = new HashMap<>();
        floor.events().stream()
                .filter(event -> event.path("type").asText().startsWith("order."))
                .map(event -> event.path("data"))
                .forEach(order -> shown.merge(
                        order.path("order_id").asLong(), order.path("version").asLong(), Math::max));
        return shown;
    }

    private Map<Long, Long> versions() {
        return listed().stream()
                .collect(Collectors.toMap(
                        order -> order.path("order_id").asLong(),
                        order -> order.path("version").asLong(),
                        Math::max));
    }

    /** Every order that was placed since, newest first. */
    private List<JsonNode> listed() {
        List<JsonNode> orders = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = Device.sophieTheManager()
                    .get("/api/orders?limit=200" + cursor)
                    .json();
            List<JsonNode> since = Json.each(page.path("data"))
                    .filter(order -> order.path("order_id").asLong() > lastBefore)
                    .toList();
            orders.addAll(since);
            if (since.size() < page.path("data").size() || !page.hasNonNull("next_cursor")) {
                return orders;
            }
            cursor = "&cursor=" + page.path("next_cursor").asText();
        }
    }

    private List<OrderFile> files() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<OrderFile>> reading = new ArrayList<>();
            for (JsonNode order : listed()) {
                reading.add(threads.submit(() -> file(order.path("order_id").asLong())));
            }
            List<OrderFile> files = new ArrayList<>();
            for (Future<OrderFile> file : reading) {
                files.add(file.get());
            }
            return files;
        }
    }

    private static OrderFile file(long orderId) {
        Device manager = Device.sophieTheManager();
        return new OrderFile(
                manager.get("/api/orders/" + orderId).json(),
                history(manager, orderId),
                manager.get("/api/bills/" + orderId).json());
    }

    private static List<JsonNode> history(Device manager, long orderId) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = manager.get("/api/orders/" + orderId + "/history?limit=200" + cursor)
                    .json();
            page.path("data").forEach(entries::add);
            if (!page.hasNonNull("next_cursor")) {
                return entries;
            }
            cursor = "&cursor=" + page.path("next_cursor").asText();
        }
    }

    private static Map<String, Integer> documentedProblems() {
        try {
            return PROBLEM.matcher(Files.readString(PROBLEMS))
                    .results()
                    .collect(Collectors.toMap(
                            problem -> problem.group(1),
                            problem -> Integer.valueOf(problem.group(2)),
                            (one, _) -> one));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
