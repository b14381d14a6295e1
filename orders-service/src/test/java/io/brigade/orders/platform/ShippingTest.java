package io.brigade.orders.platform;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** With somewhere to send them, log lines and spans go there; when it is away nobody waits. */
@QuarkusTest
@OrdersBackend
@QuarkusTestResource(value = GelfSink.class, restrictToAnnotatedClass = true)
class ShippingTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @Test
    void anOrdersLineCarriesItsFieldsAndNoSecret() {
        Response answer = placeTraced(19);
        String orderId = answer.jsonPath().getString("order_id");

        JsonNode line = line("order placed", orderId);

        assertThat(line.path("version").asText()).isEqualTo("1.1");
        assertThat(line.path("_service").asText()).isEqualTo("orders");
        assertThat(line.path("_instance").asText()).isNotEmpty();
        assertThat(line.path("_Severity").asText()).isEqualTo("INFO");
        assertThat(line.path("_order_id").isTextual()).isTrue();
        assertThat(line.path("_table_id").asText()).isEqualTo("19");
        assertThat(line.path("_amount_cents").asInt()).isEqualTo(5450);
        assertThat(line.path("_duration_ms").isIntegralNumber()).isTrue();
        assertThat(line.path("_restaurant_id").asText()).isEqualTo(Long.toString(TestTokens.RESTAURANT));
        assertThat(line.path("_user_id").asText()).isNotEmpty();
        assertThat(line.path("_request_id").asText()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(line.path("_trace_id").asText()).isEqualTo(TRACE_ID);
        assertThat(GelfSink.lines()).noneMatch(any -> any.toString().contains("eyJ"));
    }

    @Test
    void spansOfTheCallersTraceAreExported() {
        placeTraced(20);

        byte[] traceId = HexFormat.of().parseHex(TRACE_ID);
        await().atMost(Duration.ofSeconds(10)).until(() -> new String(GelfSink.spans(), StandardCharsets.ISO_8859_1)
                .contains(new String(traceId, StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatMenuServiceIsAskedBelongsToTheSameTraceAndRequest() {
        MenuStandIn.setSoupAvailable(true); // another version: it is asked again after the recheck at the latest
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Response answer = placeTraced(21);
                    assertThat(MenuStandIn.lastHeader("X-Request-Id")).isEqualTo(answer.header("X-Request-Id"));
                    assertThat(MenuStandIn.lastHeader("traceparent")).startsWith("00-" + TRACE_ID + "-");
                });
    }

    @Test
    void linesForAServerThatIsAwayAreDroppedAndCountedUntilItIsBack() {
        GelfSink.goAway();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            placeTraced(22);
            assertThat(Meters.value("log_messages_dropped_total{handler=\"gelf\"}"))
                    .isPositive();
        });
        GelfSink.comeBack();

        String orderId = place(dinner(23)).getString("order_id");

        line("order placed", orderId);
        double dropped = Meters.value("log_messages_dropped_total{handler=\"gelf\"}");
        line("order placed", place(dinner(24)).getString("order_id"));
        assertThat(Meters.value("log_messages_dropped_total{handler=\"gelf\"}")).isEqualTo(dropped);
    }

    private static Response placeTraced(int table) {
        return as(Role.WAITER)
                .header("traceparent", TRACEPARENT)
                .body(dinner(table))
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private static JsonNode line(String message, String orderId) {
        return await().until(
                        () -> GelfSink.lines().stream()
                                .filter(line ->
                                        line.path("short_message").asText().equals(message))
                                .filter(line -> line.path("_order_id").asText().equals(orderId))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }
}
