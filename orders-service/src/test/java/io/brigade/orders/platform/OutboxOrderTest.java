package io.brigade.orders.platform;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Role;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class OutboxOrderTest {

    @Inject
    RedisDataSource redis;

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws SQLException {
        try (Connection slow = Backends.database()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute(
                            "INSERT INTO outbox (restaurant_id, type, topics, data) VALUES (1, 'test.slow', 'test', '{}')");
            String order = "\"order_id\":" + place(dinner(13)).getLong("order_id") + ",";

            await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(2)).until(() -> published().stream()
                    .noneMatch(event -> event.contains(order)));
            slow.commit();

            await().untilAsserted(() -> assertThat(published()).anyMatch(event -> event.contains(order)));
            List<String> events = published();
            assertThat(events.stream().filter(event -> event.startsWith("test.slow")))
                    .hasSize(1);
            assertThat(indexOf(events, "test.slow")).isLessThan(indexOf(events, order));
        }
    }

    @Test
    void theOrderHoldsWhereTransactionIdsGetOneMoreDigit() throws SQLException {
        try (Connection slow = Backends.database()) {
            useUpTransactionIds(slow);
            int before = published().size();
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute(
                            "INSERT INTO outbox (restaurant_id, type, topics, data) VALUES (1, 'test.held', 'test', '{}')");
            List<Long> placed = IntStream.range(0, 10)
                    .mapToObj(_ -> place(dinner(15)).getLong("order_id"))
                    .toList();
            slow.commit();

            await().untilAsserted(() -> assertThat(created(before)).isEqualTo(placed));
        }
    }

    /** Until only a few are left before the next power of ten. */
    private static void useUpTransactionIds(Connection connection) throws SQLException {
        connection.createStatement().execute("""
                DO $$
                DECLARE
                    now bigint := pg_current_xact_id()::text::bigint;
                BEGIN
                    FOR i IN now .. (10 ^ length(now::text))::bigint - 5 LOOP
                        COMMIT;
                        PERFORM pg_current_xact_id();
                    END LOOP;
                END $$""");
    }

    private List<Long> created(int after) {
        return published().stream()
                .skip(after)
                .filter(event -> event.startsWith("order.created"))
                .map(event -> Long.parseLong(event.replaceAll(".*?\"order_id\":(\\d+),.*", "$1")))
                .toList();
    }

    @Test
    void theMarkMovesWithTheStreamAndNothingIsSentTwice() {
        place(dinner(14));
        await().untilAsserted(() -> assertThat(published()).isNotEmpty());
        String mark = redis.value(String.class).get("brigade:events:mark:orders");
        List<String> before = published();

        place(dinner(14));

        await().untilAsserted(() -> assertThat(published()).hasSize(before.size() + 1));
        assertThat(redis.value(String.class).get("brigade:events:mark:orders")).isNotEqualTo(mark);
        assertThat(published()).startsWith(before.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void theEventsOfOneOrderGoOutInTheOrderOfItsVersionsHoweverManyChangeItAtOnce() throws Exception {
        long order = place(dinner(17)).getLong("order_id");
        Map<String, Object> wine = Map.of("items", List.of(item(MenuStandIn.WINE, 1)));
        assertThat(AtOnce.call(24, () -> as(Role.WAITER)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(wine)
                        .post("/api/orders/" + order + "/items")
                        .statusCode()))
                .containsOnly(201);

        await().untilAsserted(() -> assertThat(versions(order)).hasSize(25));
        assertThat(versions(order)).isSorted();
    }

    private List<Integer> versions(long order) {
        return published().stream()
                .filter(event -> event.contains("\"order_id\":" + order + ","))
                .map(event -> Integer.parseInt(event.replaceAll(".*?\"version\":(\\d+).*", "$1")))
                .toList();
    }

    private static int indexOf(List<String> events, String text) {
        return events.indexOf(events.stream()
                .filter(event -> event.contains(text))
                .findFirst()
                .orElseThrow());
    }

    private List<String> published() {
        return redis.stream(String.class, String.class, String.class)
                .xrange("brigade:events", StreamRange.of("-", "+"))
                .stream()
                .map(message -> message.payload().get("type") + " "
                        + message.payload().get("event_id") + " "
                        + message.payload().get("data"))
                .toList();
    }
}
