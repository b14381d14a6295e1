package io.brigade.orders.platform;

import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.orders.realtime.Screen;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class MetersTest {

    @Test
    void ordersAreCountedWhenPlacedAndWhenPaid() throws SQLException {
        double created = Meters.value("orders_created_total{service_mode=\"TAKEAWAY\"}");
        double completed = Meters.value("orders_completed_total{service_mode=\"TAKEAWAY\"}");
        assertThat(Meters.value("orders_cancelled_total{service_mode=\"DELIVERY\"}"))
                .isZero();

        long order = place(Map.of("service_mode", "TAKEAWAY", "items", List.of(item(MenuStandIn.SOUP, 1))))
                .getLong("order_id");
        assertThat(Meters.value("orders_created_total{service_mode=\"TAKEAWAY\"}"))
                .isEqualTo(created + 1);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(Meters.value("orders_open{service_mode=\"TAKEAWAY\"}"))
                        .isGreaterThanOrEqualTo(1));

        settle(order, 950);
        await().untilAsserted(() -> assertThat(Meters.value("orders_completed_total{service_mode=\"TAKEAWAY\"}"))
                .isEqualTo(completed + 1));
    }

    @Test
    void slipsThatNoPrinterTakesAreSeen() {
        place(dinner(19));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(Meters.value("print_jobs_waiting{printer=\"HOT\"}")).isGreaterThanOrEqualTo(1);
            assertThat(Meters.value("print_jobs_oldest_seconds{printer=\"HOT\"}"))
                    .isPositive();
        });
        assertThat(Meters.value("print_jobs_waiting{printer=\"COLD\"}")).isZero();
    }

    @Test
    void eventsThatWaitForRedisAreSeen() throws IOException {
        Backends.stopRedis();
        try {
            place(dinner(16));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(Meters.value("outbox_pending")).isPositive();
                assertThat(Meters.value("outbox_oldest_seconds")).isPositive();
            });
        } finally {
            Backends.startRedis();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Meters.value("outbox_pending")).isZero());
        assertThat(Meters.value("outbox_oldest_seconds")).isZero();
    }

    @Test
    void theWayOfAnEventToAScreenIsTimed() {
        try (Screen screen = new Screen(RestAssured.port, TestTokens.token(Role.KITCHEN, TestTokens.RESTAURANT))) {
            screen.subscribe("\"floor\"", null);
            await().until(() -> !screen.ofType("subscribed").isEmpty());
            double before = Meters.value("event_delivery_seconds_count");
            assertThat(Meters.value("websocket_connections{endpoint=\"/ws/events\"}"))
                    .isPositive();

            place(dinner(17));

            await().untilAsserted(() ->
                    assertThat(Meters.value("event_delivery_seconds_count")).isGreaterThan(before));
            assertThat(Meters.all()).contains("event_delivery_seconds_bucket{le=\"0.2\"}");
        }
        await().untilAsserted(() -> assertThat(Meters.value("websocket_connections{endpoint=\"/ws/events\"}"))
                .isZero());
    }

    @Test
    void poolConnectionsAndBreakersAreShown() {
        place(dinner(18));

        assertThat(Meters.value("database_pool_max{datasource=\"primary\"}")).isEqualTo(10);
        assertThat(Meters.value("database_pool_size{datasource=\"primary\"}")).isBetween(1.0, 10.0);
        assertThat(Meters.value("database_pool_pending{datasource=\"primary\"}"))
                .isZero();
        await().untilAsserted(() -> assertThat(Meters.value("database_pool_active{datasource=\"primary\"}"))
                .isZero());
        assertThat(Meters.value("active_connections")).isPositive();
        assertThat(Meters.value("circuit_breaker_state{name=\"menu\"}")).isZero();
        assertThat(Meters.value("log_messages_dropped_total{handler=\"gelf\"}")).isZero();
    }

    private static void settle(long orderId, long cents) throws SQLException {
        try (Connection database = Backends.database();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    INSERT INTO outbox (restaurant_id, type, topics, data)
                    VALUES (1, 'bill.settled', 'bills', '{"order_id": %d, "total_cents": %d}')""".formatted(orderId, cents));
        }
    }
}
