package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.local.Progress;
import io.brigade.local.ServiceInstance;
import io.brigade.observability.logs.LogStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One order's story, from the phone to the till, told by the logs of everything that it passed. */
@ExtendWith(RunningSuite.class)
class LogsIT {

    private static final String REQUEST = "dinner-" + UUID.randomUUID();
    private static final String TRACE = UUID.randomUUID().toString().replace("-", "");
    private static final String[] HEADERS = {
        "X-Request-Id", REQUEST, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"
    };
    private static final String WRONG_PIN = "739105";
    private static final String CARD_NUMBER = "4970101234567890";

    @TempDir
    static Path folder;

    private static LogStore store;
    private static long order;
    private static long payment;
    private static JsonNode cashier;

    @BeforeAll
    static void dine() {
        int begin = SuiteLogs.position();
        cashier = signIn("2001", "6248").json();
        Device till = Device.withToken(cashier.path("access_token").asText());
        signIn("2001", WRONG_PIN);
        changeTheCarte();
        order = placeOrder();
        refuseCardData(till);
        payment = pay(till);
        nobodyAnswersForPayments();
        awaitTheStory(begin);

        store = LogStore.start(folder);
        store.index(linesSince(begin));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void errorsOfTheLastHour() {
        List<JsonNode> found = store.search("level: \"error\" AND timestamp:[now-1h TO now]");

        assertThat(found).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("level").asText()).isEqualTo("error");
            assertThat(Instant.parse(line.path("timestamp").asText()))
                    .isAfter(Instant.now().minus(Duration.ofHours(1)));
        });
        assertThat(found).anySatisfy(line -> {
            assertThat(line.at("/service/name").asText()).isEqualTo("gateway");
            assertThat(line.path("message").asText()).isEqualTo("GET /api/bills/" + order + " 503");
        });
        assertThat(found).hasSize((int) linesWith("level", "error"));
    }

    @Test
    void everythingOfOneOrder() {
        List<JsonNode> found = store.search("order_id: " + order);

        assertThat(found)
                .allSatisfy(line -> assertThat(line.path("order_id").asLong()).isEqualTo(order));
        assertThat(found)
                .extracting(line -> line.at("/service/name").asText() + ": "
                        + line.path("message").asText())
                .contains(
                        "orders: order placed",
                        "payments: payment captured",
                        "payments: bill settled",
                        "orders: order closed");
        assertThat(found).hasSize((int) linesWith("order_id", Long.toString(order)));
    }

    @Test
    void thePaymentsOfOnePerson() {
        long user = cashier.at("/staff/staff_id").asLong();
        assertThat(user).isPositive();

        List<JsonNode> found = store.search("user_id: " + user + " AND message: \"payment\"");

        assertThat(found).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("user_id").asLong()).isEqualTo(user);
            assertThat(line.path("message").asText()).contains("payment");
        });
        assertThat(found).anySatisfy(line -> {
            assertThat(line.path("payment_id").asLong()).isEqualTo(payment);
            assertThat(line.path("order_id").asLong()).isEqualTo(order);
            assertThat(line.path("amount_cents").asLong()).isEqualTo(2550);
        });
    }

    @Test
    void oneRequestIdAndOneTraceJoinTheGatewayAndTheServices() {
        List<JsonNode> found = store.search("request_id: \"" + REQUEST + "\"");

        assertThat(found)
                .extracting(line -> line.at("/service/name").asText())
                .contains("gateway", "menu", "orders", "payments", "staff");
        assertThat(found)
                .allSatisfy(line -> assertThat(line.path("trace_id").asText()).isEqualTo(TRACE));
        assertThat(store.search("trace.id: " + TRACE)).hasSameSizeAs(found);
        // The call from payments-service to orders-service, on the gateway's inner side.
        assertThat(found)
                .filteredOn(line -> line.at("/service/name").asText().equals("gateway"))
                .extracting(line -> line.path("message").asText())
                .contains("POST /api/payments 201", "GET /api/orders/" + order + " 200");
    }

    @Test
    void pinsTokensAndCardDataAreNowhere() {
        String everything = String.join(
                "\n", SuiteLogs.lines().stream().map(JsonNode::toString).toList());

        assertThat(Stream.of("6248", WRONG_PIN)
                        .map(pin -> Pattern.compile("(?<![0-9A-Za-z.])" + pin + "(?![0-9A-Za-z])"))
                        .filter(pin -> pin.matcher(everything).find()))
                .isEmpty();
        assertThat(everything).doesNotContain(CARD_NUMBER, "Bearer ey", "\"pin\"");
        for (String secret : List.of("access_token", "refresh_token")) {
            String token = cashier.path(secret).asText();
            assertThat(token).isNotBlank();
            assertThat(everything).doesNotContain(token, token.substring(token.length() - 20));
        }
        assertThat(store.search("\"" + CARD_NUMBER + "\" OR \"" + WRONG_PIN + "\""))
                .isEmpty();
    }

    private static Device.Answer signIn(String code, String pin) {
        return Device.ofNobody().post("/api/auth/token?hint=" + pin, Map.of("staff_code", code, "pin", pin), HEADERS);
    }

    private static void changeTheCarte() {
        String dish = "/api/menu/dishes/" + House.dish("Crème brûlée") + "/availability";
        for (boolean available : new boolean[] {false, true}) {
            Device.Answer answer = Device.marcTheChef().put(dish, Map.of("available", available), HEADERS);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    private static long placeOrder() {
        Device.Answer answer = Device.camilleTheWaiter().post("/api/orders", House.supper(), HEADERS);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("order_id").asLong();
    }

    private static long pay(Device till) {
        Device.Answer answer = till.post(
                "/api/payments", Map.of("order_id", order, "method", "CARD", "amount_cents", 2550), withKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("payment_id").asLong();
    }

    private static void refuseCardData(Device till) {
        Map<String, Object> careless =
                Map.of("order_id", order, "method", "CARD", "amount_cents", 1, "card_number", CARD_NUMBER);
        assertThat(till.post("/api/payments", careless, withKey()).status()).isBetween(400, 499);
    }

    private static String[] withKey() {
        return Stream.concat(Stream.of(HEADERS), Stream.of("Idempotency-Key", House.newKey()))
                .toArray(String[]::new);
    }

    private static void nobodyAnswersForPayments() {
        var payments = RunningSuite.suite().service("payments");
        payments.instances().forEach(ServiceInstance::kill);
        assertThat(Device.inesTheCashier().get("/api/bills/" + order).status()).isEqualTo(503);
        RunningSuite.suite().up(Progress.silent());
    }

    private static void awaitTheStory(int begin) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(linesSince(begin))
                .extracting(line ->
                        line.path("message").asText() + line.path("order_id").asText())
                .contains("order closed" + order, "GET /api/bills/" + order + " 503"));
    }

    private static List<ObjectNode> linesSince(int begin) {
        List<ObjectNode> lines = SuiteLogs.lines();
        return lines.subList(begin, lines.size());
    }

    private static long linesWith(String field, String value) {
        return store.search("*").stream()
                .filter(line -> line.path(field).asText().equals(value))
                .count();
    }
}
