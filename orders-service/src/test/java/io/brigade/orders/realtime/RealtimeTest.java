package io.brigade.orders.realtime;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.move;
import static io.brigade.orders.Waiter.place;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.platform.event.EventStream;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OrdersBackend
class RealtimeTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    EventStream stream;

    @Test
    void theKitchenSeesAnOrderOnceItIsPlacedAndOnlyItsOwnRestaurants() {
        try (Screen hot = screen(Role.KITCHEN, 1, "\"kitchen:HOT\"");
                Screen pastry = screen(Role.KITCHEN, 1, "\"kitchen:PASTRY\"");
                Screen other = screen(Role.KITCHEN, 2, "\"kitchen:HOT\", \"floor\"")) {
            long order = place(dinner(9)).getLong("order_id");

            await().untilAsserted(
                            () -> assertThat(orderIds(hot, "order.created")).contains(order));
            assertThat(hot.ofType("order.created").getFirst().getLong("restaurant_id"))
                    .isEqualTo(1);
            assertThat(pastry.ofType("order.created")).isEmpty();
            assertThat(other.ofType("order.created")).isEmpty();
        }
    }

    @Test
    void aScreenThatComesBackGetsWhatItMissedInOrderAndNothingTwice() {
        String last;
        try (Screen before = screen(Role.KITCHEN, 1, "\"kitchen:HOT\"")) {
            long seen = place(dinner(10)).getLong("order_id");
            await().untilAsserted(
                            () -> assertThat(orderIds(before, "order.created")).contains(seen));
            last = before.lastId();
        }
        List<Long> missed = IntStream.range(0, 5)
                .mapToObj(_ -> place(dinner(10)).getLong("order_id"))
                .toList();

        try (Screen back = new Screen(port, TestTokens.token(Role.KITCHEN, 1))) {
            back.subscribe("\"kitchen:HOT\"", last);
            long live = place(dinner(10)).getLong("order_id");
            await().untilAsserted(
                            () -> assertThat(orderIds(back, "order.created")).endsWith(live));
            assertThat(orderIds(back, "order.created"))
                    .startsWith(missed.toArray(Long[]::new))
                    .doesNotHaveDuplicates()
                    .hasSize(6);
            assertThat(back.messages.getFirst().getString("type")).isEqualTo("subscribed");
            assertThat(back.messages.getFirst().getString("id"))
                    .as("where it was: the connection may break again before the rest has come")
                    .isEqualTo(last);
        }
    }

    @Test
    void aPositionThatIsGoneAsksForASnapshot() {
        try (Screen screen = new Screen(port, TestTokens.token(Role.KITCHEN, 1))) {
            screen.subscribe("\"floor\"", "1-1");
            await().untilAsserted(
                            () -> assertThat(screen.ofType("snapshot_required")).hasSize(1));
        }
    }

    @Test
    void nonsenseIsAnsweredAndTheSocketStaysOpen() {
        try (Screen screen = new Screen(port, TestTokens.token(Role.KITCHEN, 1))) {
            screen.send("hello");
            screen.send("null");
            screen.send("{\"subscribe\": [\"everything\"]}");
            screen.send("{\"subscribe\": [\"floor\"], \"last_event_id\": \"yesterday\"}");
            screen.subscribe("\"floor\"", null);
            await().untilAsserted(() -> assertThat(screen.ofType("subscribed")).hasSize(1));
            assertThat(screen.ofType("error")).hasSize(4);
        }
    }

    @Test
    void withoutAGoodTokenThereIsNoSocketAndWithAnOldOneItCloses() {
        assertThatThrownBy(() -> new Screen(port, "nonsense")).hasMessageContaining("WebSocketHandshakeException");
        String shortLived = TestTokens.sign(TestTokens.claims(Role.KITCHEN, 1).expiresIn(Duration.ofSeconds(2)));
        try (Screen screen = new Screen(port, shortLived)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> screen.closeCode != 0);
            assertThat(screen.closeCode).isEqualTo(1008);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus-http-upgrade%23%zz%23",
                "quarkus-http-upgrade#",
                "quarkus-http-upgrade#Authorization",
                "quarkus-http-upgrade%23%23",
                "quarkus-http-upgrade#Auth or#x"
            })
    void aMalformedTokenCarrierIsABadRequest(String carrier) {
        given().header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Protocol", "bearer-token-carrier, " + carrier)
                .get("/ws/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void ordersGoOnWithoutRedisAndTheirEventsAreInTheStreamWhenItIsBack() throws IOException {
        place(dinner(11));
        // Redis comes back empty: who is connected is told to look anew, and what waited is sent for those who resume.
        try (Screen screen = screen(Role.KITCHEN, 1, "\"floor\"")) {
            Backends.stopRedis();
            long order;
            try {
                order = place(dinner(11)).getLong("order_id");
                as(Role.WAITER)
                        .body(Map.of("items", List.of(item(MenuStandIn.WINE, 1))))
                        .post("/api/orders/" + order + "/items")
                        .then()
                        .statusCode(201);
            } finally {
                Backends.startRedis();
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(screen.ofType("snapshot_required")).isNotEmpty();
                assertThat(streamed("order.created")).contains(order);
                assertThat(streamed("order.items_added")).contains(order);
            });
        }
    }

    /** Orders that events of this type in the stream are about. */
    private List<Long> streamed(String type) {
        return stream
                .end()
                .chain(end -> stream.between(EventStream.BEGINNING, end, 1_000))
                .await()
                .atMost(Duration.ofSeconds(5))
                .stream()
                .filter(event -> event.type().equals(type))
                .map(event -> JsonPath.from(event.data()).getLong("order_id"))
                .toList();
    }

    @Test
    void aMovedItemIsTold() {
        try (Screen screen = screen(Role.WAITER, 1, "\"floor\"")) {
            JsonPath order = place(dinner(12));
            move(order.getLong("items[0].item_id"), "PREPARING", 200);
            await().untilAsserted(() ->
                    assertThat(orderIds(screen, "order.item_moved")).contains(order.getLong("order_id")));
        }
    }

    private Screen screen(String role, long restaurant, String topics) {
        Screen screen = new Screen(port, TestTokens.token(role, restaurant));
        screen.subscribe(topics, null);
        await().untilAsserted(() -> assertThat(screen.ofType("subscribed")).hasSize(1));
        return screen;
    }

    private static List<Long> orderIds(Screen screen, String type) {
        return screen.ofType(type).stream()
                .map(event -> event.getLong("data.order_id"))
                .toList();
    }
}
