package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.system.RedisStream.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred screens on both instances, half of which lose their connection, and each sees what the stream holds. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class SocketsIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final int SCREENS = 200;
    private static final Duration LASTS = Duration.ofSeconds(15);

    private static final List<Set<String>> TOPICS = List.of(
            Set.of("floor"),
            Set.of("kitchen:HOT"),
            Set.of("kitchen:BAR"),
            Set.of("kitchen:COLD", "kitchen:PASTRY"),
            Set.of("bills"),
            Set.of("menu"),
            Set.of("floor", "menu", "bills", "kitchen:HOT"));

    private final Random random = new Random(Long.getLong("brigade.round.seed", 20L));

    @AfterEach
    void startWhatWasKilled() {
        SUITE.up(Progress.silent());
    }

    @Test
    void eachOfTwoHundredScreensSeesEveryEventOfItsTopicsOnceAndInOrder() {
        House.placeSupper(); // an empty stream has no position to come back to
        List<ResumingScreen> screens = connected();
        try {
            AtomicBoolean open = new AtomicBoolean(true);
            List<CompletableFuture<Void>> service = service(open);
            loseConnections(screens);
            open.set(false);
            service.forEach(CompletableFuture::join);
            try (var stream = new RedisStream(SUITE.redis().url())) {
                assertThat(stream.after("0-0")).hasSizeGreaterThan(100);
                screens.forEach(screen -> compare(screen, stream));
            }
        } finally {
            screens.forEach(ResumingScreen::close);
        }
    }

    private static List<ResumingScreen> connected() {
        List<ResumingScreen> screens = new ArrayList<>();
        for (int i = 0; i < SCREENS; i++) {
            screens.add(new ResumingScreen(Device.marcTheChef(), TOPICS.get(i % TOPICS.size())));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(screens)
                .allSatisfy(screen -> assertThat(screen.ofType("subscribed")).isNotEmpty()));
        return screens;
    }

    /** Orders are placed, cooked, changed and paid, and a dish comes and goes. */
    private static List<CompletableFuture<Void>> service(AtomicBoolean open) {
        return List.of(
                whileOpen(open, SocketsIT::serveATable),
                whileOpen(open, SocketsIT::serveATable),
                whileOpen(open, () -> {
                    Device.marcTheChef()
                            .put(
                                    "/api/menu/dishes/" + House.dish("Mousse au chocolat noir") + "/availability",
                                    Map.of("available", true));
                    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                }));
    }

    private static CompletableFuture<Void> whileOpen(AtomicBoolean open, Runnable work) {
        return CompletableFuture.runAsync(() -> {
            while (open.get()) {
                work.run();
            }
        });
    }

    private static void serveATable() {
        JsonNode order = House.placeSupper();
        long id = order.path("order_id").asLong();
        String path = "/api/orders/" + id;
        post(
                Device.camilleTheWaiter(),
                path + "/items",
                Map.of("items", List.of(Map.of("dish_id", House.dish("Crème brûlée"), "quantity", 1, "hold", true))));
        post(Device.camilleTheWaiter(), path + "/courses/3/fire", Map.of());
        for (JsonNode item : order.path("items")) {
            post(
                    Device.marcTheChef(),
                    "/api/kitchen/items/" + item.path("item_id").asLong() + "/state",
                    Map.of("state", "PREPARING"));
        }
        post(Device.inesTheCashier(), "/api/payments", Map.of("order_id", id, "method", "CARD", "amount_cents", 1000));
    }

    /** Refusals do not matter here; what is told of does. */
    private static void post(Device device, String path, Object body) {
        device.post(path, body, "Idempotency-Key", House.newKey());
    }

    /** Half of the screens, one after another at random; an instance is restarted meanwhile. */
    private void loseConnections(List<ResumingScreen> screens) {
        List<ResumingScreen> unlucky = new ArrayList<>(screens);
        Collections.shuffle(unlucky, random);
        List<ResumingScreen> dropped = unlucky.subList(0, SCREENS / 2);
        CompletableFuture<Void> restart = CompletableFuture.runAsync(
                () -> {
                    SUITE.service("orders").instance(2).kill();
                    SUITE.service("orders").instance(2).start();
                },
                CompletableFuture.delayedExecutor(LASTS.toMillis() / 3, TimeUnit.MILLISECONDS));
        for (ResumingScreen screen : dropped) {
            screen.drop(Duration.ofMillis(random.nextLong(3_000)));
            LockSupport.parkNanos(LASTS.toNanos() / dropped.size());
        }
        restart.join();
    }

    private static void compare(ResumingScreen screen, RedisStream stream) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen(screen)).containsExactlyElementsOf(told(screen, stream)));
        assertThat(screen.ofType("snapshot_required")).isEmpty();
    }

    /** What the stream holds of its topics, from where its first subscription began. */
    private static List<String> told(ResumingScreen screen, RedisStream stream) {
        String begun = screen.ofType("subscribed").getFirst().path("id").asText();
        return stream.after(begun).stream()
                .filter(event -> event.restaurantId().equals("1"))
                .filter(event -> !Collections.disjoint(event.topics(), screen.topics()))
                .map(Entry::id)
                .toList();
    }

    /** After de-duplication by id, in the order in which they came. */
    private static List<String> seen(ResumingScreen screen) {
        return screen.events().stream()
                .map(event -> event.path("id").asText())
                .distinct()
                .toList();
    }
}
