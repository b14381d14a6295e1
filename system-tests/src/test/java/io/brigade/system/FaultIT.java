package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.system.Device.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Things die in the middle, and guests do not notice. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class FaultIT {

    private static final Suite SUITE = RunningSuite.suite();

    @AfterEach
    void startWhatWasKilled() {
        SUITE.up(Progress.silent());
    }

    @Test
    void aKilledInstanceFailsNoRead() {
        String order = "/api/orders/" + House.placeSupper().path("order_id").asLong();

        List<Answer> answers = during(
                () -> Device.camilleTheWaiter().get(order),
                () -> SUITE.service("orders").instance(1).kill());

        assertThat(answers).hasSizeGreaterThan(50).extracting(Answer::status).containsOnly(200);
    }

    @Test
    void aKilledInstanceFailsNoWriteWithAKeyAndDoublesNone() {
        Set<Long> before = allOrders();

        List<Answer> answers = during(
                () -> Device.camilleTheWaiter().post("/api/orders", House.supper(), "Idempotency-Key", House.newKey()),
                () -> SUITE.service("orders").instance(2).kill());

        assertThat(answers).hasSizeGreaterThan(20).extracting(Answer::status).containsOnly(201);
        List<Long> acknowledged = answers.stream()
                .map(answer -> answer.json().path("order_id").asLong())
                .toList();
        assertThat(acknowledged).doesNotHaveDuplicates();
        Set<Long> placed = allOrders();
        placed.removeAll(before);
        assertThat(placed).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    void screensMissNothingAndSeeItInOrderThoughTheirInstanceIsKilled() {
        House.placeSupper(); // an empty stream has no position to come back to
        List<ResumingScreen> screens = new ArrayList<>();
        double others = socketsOfTheFirst(); // browsers of other tests that are not given up yet
        try {
            // The gateway chooses their instance, and for some seconds spares one that was killed before.
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        screens.add(new ResumingScreen(Device.marcTheChef()));
                        return screens.size() >= 4 && socketsOfTheFirst() > others;
                    });
            await().untilAsserted(() -> assertThat(screens).allSatisfy(screen -> assertThat(screen.ofType("subscribed"))
                    .isNotEmpty()));

            List<Answer> answers = during(
                    () -> Device.camilleTheWaiter()
                            .post("/api/orders", House.supper(), "Idempotency-Key", House.newKey()),
                    () -> SUITE.service("orders").instance(1).kill());

            List<Long> placed = answers.stream()
                    .map(answer -> answer.json().path("order_id").asLong())
                    .toList();
            assertThat(placed).hasSizeGreaterThan(20);
            for (ResumingScreen screen : screens) {
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(() -> assertThat(orderIds(screen.ofType("order.created")))
                                .containsAll(placed));
                List<String> ids = screen.ofType("order.created").stream()
                        .map(event -> event.path("id").asText())
                        .toList();
                assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(FaultIT::byPosition);
                assertThat(screen.ofType("snapshot_required")).isEmpty();
            }
            assertThat(screens).anySatisfy(screen -> assertThat(screen.ofType("subscribed"))
                    .hasSizeGreaterThan(1));
        } finally {
            screens.forEach(ResumingScreen::close);
        }
    }

    private static double socketsOfTheFirst() {
        return Exposition.of(SUITE.service("orders").instance(1)).total("websocket_connections");
    }

    private static List<Long> orderIds(List<JsonNode> events) {
        return events.stream().map(event -> event.at("/data/order_id").asLong()).toList();
    }

    private static int byPosition(String one, String other) {
        String[] a = one.split("-", 2);
        String[] b = other.split("-", 2);
        int byTime = Long.compare(Long.parseLong(a[0]), Long.parseLong(b[0]));
        return byTime != 0 ? byTime : Long.compare(Long.parseLong(a[1]), Long.parseLong(b[1]));
    }

    @Test
    void aStoppedInstanceTellsItsScreensToComeBack() {
        var instance = SUITE.service("orders").instance(1);
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        URI events = URI.create("ws://" + instance.url().getAuthority() + "/ws/events");
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.newWebSocketBuilder()
                    .subprotocols(
                            "bearer-token-carrier",
                            "quarkus-http-upgrade%23Authorization%23Bearer%20"
                                    + Device.marcTheChef().token())
                    .buildAsync(events, new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                            closed.complete(code);
                            return null;
                        }
                    })
                    .join();

            instance.stop();

            assertThat(closed.completeOnTimeout(0, 5, TimeUnit.SECONDS).join()).isEqualTo(1012);
        }
    }

    @Test
    void ordersGoOnWithoutRedisAndTheKitchenGetsItsEventsWhenItIsBack() {
        SUITE.redis().kill();
        long order = House.placeSupper().path("order_id").asLong();
        assertThat(Device.camilleTheWaiter().get("/api/menu").status()).isEqualTo(200);
        try (var kitchen = Device.marcTheChef().asDemoClient().screen("kitchen:HOT")) {
            SUITE.redis().start();
            JsonNode told = kitchen.await(
                    "order.created", event -> event.at("/data/order_id").asLong() == order, Duration.ofSeconds(20));
            assertThat(told.path("restaurant_id").asLong()).isEqualTo(1);
        }
    }

    @Test
    void withoutItsDatabaseAServiceSaysSoQuicklyAndRecoversByItself() {
        long order = House.placeSupper().path("order_id").asLong();
        SUITE.postgres().kill();
        for (String path :
                List.of("/api/orders/" + order, "/api/tables", "/api/bills/" + order, "/api/restaurants/1")) {
            long asked = System.nanoTime();
            Answer answer = Device.camilleTheWaiter().get(path);
            assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).as(path).isLessThan(Duration.ofSeconds(5));
        }
        SUITE.postgres().start();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        Device.camilleTheWaiter().get("/api/orders/" + order).status())
                .isEqualTo(200));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(Device.camilleTheWaiter()
                        .post("/api/orders", House.supper())
                        .status())
                .isEqualTo(201));
    }

    @Test
    void anAcknowledgedPaymentClosesItsOrderThoughEveryPaymentsInstanceDies() {
        JsonNode supper = House.placeSupper();
        long order = supper.path("order_id").asLong();
        Map<String, Object> payment = Map.of(
                "order_id",
                order,
                "method",
                "CARD",
                "amount_cents",
                supper.path("total_cents").asLong());
        SUITE.redis().kill();
        assertThat(Device.inesTheCashier()
                        .post("/api/payments", payment, "Idempotency-Key", House.newKey())
                        .status())
                .isEqualTo(201);
        SUITE.service("payments").instances().forEach(instance -> instance.kill());
        SUITE.redis().start();
        SUITE.service("payments").instances().forEach(instance -> instance.start());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Device.camilleTheWaiter()
                        .get("/api/orders/" + order)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("CLOSED"));
    }

    /** Calls from two devices over and over for three seconds, in whose middle something happens. */
    private static List<Answer> during(Callable<Answer> call, Runnable fault) {
        AtomicBoolean going = new AtomicBoolean(true);
        List<CompletableFuture<List<Answer>>> devices = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            devices.add(CompletableFuture.supplyAsync(() -> {
                List<Answer> answers = new ArrayList<>();
                while (going.get()) {
                    answers.add(unchecked(call));
                }
                return answers;
            }));
        }
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(fault);
        CompletableFuture.runAsync(() -> going.set(false), CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS))
                .join();
        return devices.stream().flatMap(device -> device.join().stream()).toList();
    }

    private static Answer unchecked(Callable<Answer> call) {
        try {
            return call.call();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static Set<Long> allOrders() {
        Set<Long> orders = new HashSet<>();
        String cursor = "";
        while (true) {
            JsonNode page = Device.camilleTheWaiter()
                    .get("/api/orders?limit=200" + cursor)
                    .json();
            page.path("data").forEach(order -> orders.add(order.path("order_id").asLong()));
            if (page.path("next_cursor").isNull()) {
                return orders;
            }
            cursor = "&cursor=" + page.path("next_cursor").asText();
        }
    }
}
