package io.brigade.payments.payment;

import static io.brigade.payments.Till.as;
import static io.brigade.payments.Till.bill;
import static io.brigade.payments.Till.pay;
import static io.brigade.payments.Till.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.payments.terminal.SimulatedTerminal;
import io.brigade.payments.terminal.SimulatedTerminal.Behaviour;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A terminal between till and card. Its patience is short here. */
@QuarkusTest
@PaymentsBackend
class TerminalTest {

    private final long order = OrdersStandIn.open(1000, 0);

    @AfterEach
    void theTerminalGoes() {
        SimulatedTerminal.detach();
    }

    private Map<String, Object> card(long cents) {
        return Map.of("order_id", order, "method", "CARD", "amount_cents", cents);
    }

    private static Response act(long payment, String what) {
        return post(Role.CASHIER, "/api/payments/" + payment + "/" + what, Map.of());
    }

    @Test
    void whatItApprovesIsCaptured() {
        SimulatedTerminal.attach(Behaviour.APPROVE);

        pay(card(1000))
                .then()
                .statusCode(201)
                .body("state", equalTo("CAPTURED"))
                .body("terminal_ref", equalTo("A00041"))
                .body("left_cents", equalTo(0));

        assertThat(bill(order).getBoolean("settled")).isTrue();
    }

    @Test
    void whatItDeclinesLeavesTheBillAsItWas() {
        SimulatedTerminal.attach(Behaviour.DECLINE);

        pay(card(1000)).then().statusCode(201).body("state", equalTo("DECLINED"));

        assertThat(bill(order).getLong("left_cents")).isEqualTo(1000);
        assertThat(bill(order).getLong("reserved_cents")).isZero();
    }

    @Test
    void whatItDoesNotAnswerForKeepsItsPartOfTheBillUntilItIsAskedAgain() {
        SimulatedTerminal.attach(Behaviour.LATE);
        String key = UUID.randomUUID().toString();
        JsonPath unknown = as(Role.CASHIER)
                .header("Idempotency-Key", key)
                .body(card(600))
                .post("/api/payments")
                .then()
                .statusCode(201)
                .body("state", equalTo("UNKNOWN"))
                .extract()
                .jsonPath();
        long payment = unknown.getLong("payment_id");
        assertThat(bill(order).getLong("reserved_cents")).isEqualTo(600);
        pay(card(400)).then().statusCode(409).body("code", equalTo("PAYMENT_UNRESOLVED"));
        pay(Map.of("order_id", order, "method", "CHEQUE", "amount_cents", 700))
                .then()
                .statusCode(409)
                .body("code", equalTo("PAYMENT_UNRESOLVED"));

        SimulatedTerminal.attach(Behaviour.APPROVE);
        act(payment, "inquiry").then().statusCode(200).body("state", equalTo("CAPTURED"));

        assertThat(SimulatedTerminal.charges(payment)).isEqualTo(1);
        assertThat(bill(order).getLong("left_cents")).isEqualTo(400);
        as(Role.CASHIER)
                .header("Idempotency-Key", key)
                .body(card(600))
                .post("/api/payments")
                .then()
                .statusCode(201)
                .body("state", equalTo("UNKNOWN")); // the first answer, as for every key
        act(payment, "inquiry").then().statusCode(409).body("code", equalTo("PAYMENT_STATE_CONFLICT"));
    }

    @Test
    void whatWasNotChargedIsCancelledByKeyAndWhatWasChargedIsNot() {
        SimulatedTerminal.attach(Behaviour.BROKEN);
        long never = pay(card(600)).jsonPath().getLong("payment_id");
        act(never, "cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(bill(order).getLong("left_cents")).isEqualTo(1000);

        SimulatedTerminal.attach(Behaviour.LATE);
        long late = pay(card(600)).jsonPath().getLong("payment_id");
        act(late, "cancel").then().statusCode(200).body("state", equalTo("CAPTURED"));
        assertThat(bill(order).getLong("left_cents")).isEqualTo(400);
    }

    @Test
    void aTerminalThatNeverAnswersAgainIsReadByAManager() {
        SimulatedTerminal.attach(Behaviour.SILENT);
        long payment = pay(card(1000)).jsonPath().getLong("payment_id");
        act(payment, "cancel").then().statusCode(200).body("state", equalTo("UNKNOWN"));
        Map<String, Object> word = Map.of("outcome", "CAPTURED", "reason", "ticket du terminal");
        post(Role.CASHIER, "/api/payments/" + payment + "/resolution", word)
                .then()
                .statusCode(403);

        post(Role.MANAGER, "/api/payments/" + payment + "/resolution", word)
                .then()
                .statusCode(200)
                .body("state", equalTo("CAPTURED"));
        assertThat(bill(order).getBoolean("settled")).isTrue();
    }

    @Test
    void aCardThatWasChargedCountsEvenWhenTheOrderBecameCheaperMeanwhile() {
        SimulatedTerminal.attach(Behaviour.LATE);
        long payment = pay(card(1000)).jsonPath().getLong("payment_id");
        OrdersStandIn.put(order, 2, "OPEN", 400, 0);

        act(payment, "inquiry").then().statusCode(200).body("state", equalTo("CAPTURED"));

        assertThat(bill(order).getLong("left_cents")).isEqualTo(-600);
    }
}
