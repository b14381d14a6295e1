package io.brigade.payments.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.Till;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.ManagementPort;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class PaymentTest {

    @Inject
    RedisDataSource redis;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Test
    void takingsAreCountedByMethodOnce() {
        double cents = meter("payments_amount_cents_total{method=\"CB\"}");
        double payments = meter("payments_total{method=\"CB\"}");
        double cash = meter("payments_total{method=\"Espèces\"}");
        long order = OrdersStandIn.open(1000, 0);
        Map<String, Object> payment = Map.of("order_id", order, "method", "CARD", "amount_cents", 700);
        String key = UUID.randomUUID().toString();

        for (int sent = 0; sent < 2; sent++) {
            as(Role.CASHIER)
                    .header("Idempotency-Key", key)
                    .body(payment)
                    .post("/api/payments")
                    .then()
                    .statusCode(201);
        }
        pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 9_999))
                .then()
                .statusCode(422);

        assertThat(meter("payments_amount_cents_total{method=\"CB\"}")).isEqualTo(cents + 700);
        assertThat(meter("payments_total{method=\"CB\"}")).isEqualTo(payments + 1);
        assertThat(meter("payments_total{method=\"Espèces\"}")).isEqualTo(cash);
    }

    @Test
    void anOrdersServiceThatKeepsFailingIsLeftAloneForAWhileAndThatIsShown() {
        OrdersStandIn.setAway(true);
        try {
            for (int i = 0; i < 10; i++) {
                as(Role.CASHIER).get("/api/bills/1").then().statusCode(503);
            }
            assertThat(meter("circuit_breaker_state{name=\"orders\"}")).isEqualTo(2);
            assertThat(meter("circuit_breaker_state{name=\"erp\"}")).isZero();
        } finally {
            OrdersStandIn.setAway(false);
            breakers.reset("orders");
        }
        assertThat(meter("circuit_breaker_state{name=\"orders\"}")).isZero();
    }

    private static double meter(String series) {
        return given().port(ManagementPort.number())
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(series.length() + 1).replaceFirst(" #.*", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBillIsPaidInPartsByCardAndCashAndThenSettled() {
        long order = OrdersStandIn.open(4800, 650);
        as(Role.CASHIER)
                .get("/api/bills/" + order)
                .then()
                .statusCode(200)
                .body("due_cents", equalTo(5450))
                .body("left_cents", equalTo(5450))
                .body("settled", equalTo(false))
                .body("vat.vat_rate_bp", contains(1000, 2000))
                .body("vat.net_cents", contains(4364, 542))
                .body("vat.vat_cents", contains(436, 108));

        pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 2000, "tip_cents", 100))
                .then()
                .statusCode(201)
                .body("state", equalTo("CAPTURED"))
                .body("left_cents", equalTo(3450))
                .body("payment_id", notNullValue());
        pay(Map.of(
                        "order_id",
                        order,
                        "method",
                        "CASH",
                        "till",
                        Till.NAME,
                        "amount_cents",
                        3450,
                        "tendered_cents",
                        4000))
                .then()
                .statusCode(201)
                .body("change_cents", equalTo(550))
                .body("left_cents", equalTo(0));

        as(Role.CASHIER)
                .get("/api/bills/" + order)
                .then()
                .body("settled", equalTo(true))
                .body("paid_cents", equalTo(5450))
                .body("payments.method", contains("CARD", "CASH"));
        await().untilAsserted(() -> assertThat(settledTotals(order)).containsExactly("5450"));
        pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("BILL_SETTLED"));
    }

    @Test
    void tenTillsAtOnceNeverTakeTooMuch() throws Exception {
        long order = OrdersStandIn.open(1000, 0);

        List<Response> answers =
                AtOnce.call(10, () -> pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 300)));

        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201, 422);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(3);
        as(Role.CASHIER).get("/api/bills/" + order).then().body("left_cents", equalTo(100));
    }

    @Test
    void oneKeyIsOnePaymentEvenManyTimesAtOnceAndWhileOrdersIsAway() throws Exception {
        long order = OrdersStandIn.open(3000, 0);
        String key = UUID.randomUUID().toString();
        Map<String, Object> payment = Map.of("order_id", order, "method", "CARD", "amount_cents", 1000);

        List<Response> answers = AtOnce.call(20, () -> pay(key, payment));

        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        OrdersStandIn.setAway(true);
        try {
            pay(key, payment).then().statusCode(201).header("Idempotency-Replayed", "true");
        } finally {
            OrdersStandIn.setAway(false);
        }
        as(Role.CASHIER).get("/api/bills/" + order).then().body("paid_cents", equalTo(1000));
        pay(key, Map.of("order_id", order, "method", "CARD", "amount_cents", 999))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void itemsAddedWhilePayingLeaveTheRestDue() {
        long order = OrdersStandIn.open(1000, 0);
        pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 1000))
                .then()
                .statusCode(201);

        OrdersStandIn.put(order, 2, "OPEN", 1000, 650);

        as(Role.CASHIER)
                .get("/api/bills/" + order)
                .then()
                .body("settled", equalTo(false))
                .body("left_cents", equalTo(650));
        pay(Map.of("order_id", order, "method", "CASH", "till", Till.NAME, "amount_cents", 650))
                .then()
                .statusCode(201)
                .body("change_cents", equalTo(0));
        await().untilAsserted(() -> assertThat(settledTotals(order)).containsExactly("1000", "1650"));
    }

    @Test
    void badPaymentsChangeNothing() {
        long order = OrdersStandIn.open(1000, 0);
        Map<String, Object> card = Map.of("order_id", order, "method", "CARD", "amount_cents", 1000);

        as(Role.CASHIER)
                .body(card)
                .post("/api/payments")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        pay(with(card, "amount_cents", 1001)).then().statusCode(422).body("code", equalTo("OVERPAYMENT"));
        pay(with(card, "amount_cents", 0)).then().statusCode(400).body("errors[0].field", equalTo("amount_cents"));
        pay(with(card, "amount_cents", 10.5)).then().statusCode(400).body("errors[0].field", equalTo("amount_cents"));
        pay(with(card, "method", "GOLD")).then().statusCode(400).body("errors[0].field", equalTo("method"));
        pay(with(card, "tendered_cents", 2000))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("tendered_cents"));
        pay(Map.of("order_id", order, "method", "CASH", "till", Till.NAME, "amount_cents", 1000, "tendered_cents", 999))
                .then()
                .statusCode(422)
                .body("code", equalTo("TENDERED_TOO_LITTLE"));
        pay(with(card, "order_id", 999_999)).then().statusCode(404);
        OrdersStandIn.setAway(true);
        try {
            pay(card)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
        } finally {
            OrdersStandIn.setAway(false);
        }
        as(Role.KITCHEN)
                .header("Idempotency-Key", "k")
                .body(card)
                .post("/api/payments")
                .then()
                .statusCode(403);
        given().body(card)
                .contentType(ContentType.JSON)
                .post("/api/payments")
                .then()
                .statusCode(401);
        as(Role.CASHIER).get("/api/bills/" + order).then().body("paid_cents", equalTo(0));
    }

    private List<String> settledTotals(long order) {
        return redis.stream(String.class, String.class, String.class)
                .xrange("brigade:events", StreamRange.of("-", "+"))
                .stream()
                .map(message -> message.payload())
                .filter(event -> event.get("type").equals("bill.settled")
                        && event.get("data").contains("\"order_id\":" + order + ","))
                .map(event -> event.get("data").replaceAll(".*\"total_cents\":(\\d+).*", "$1"))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> payment, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(payment);
        changed.put(field, value);
        return changed;
    }

    private static Response pay(Map<String, Object> payment) {
        return pay(UUID.randomUUID().toString(), payment);
    }

    @BeforeEach
    void aDrawerIsOpen() {
        Till.openDrawer();
    }

    private static Response pay(String key, Map<String, Object> payment) {
        return as(Role.CASHIER).header("Idempotency-Key", key).body(payment).post("/api/payments");
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }
}
