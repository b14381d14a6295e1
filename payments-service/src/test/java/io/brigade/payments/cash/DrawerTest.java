package io.brigade.payments.cash;

import static io.brigade.payments.Till.as;
import static io.brigade.payments.Till.pay;
import static io.brigade.payments.Till.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A drawer from its opening to its count. */
@QuarkusTest
@PaymentsBackend
class DrawerTest {

    private final String till = "Caisse " + UUID.randomUUID().toString().substring(0, 8);

    private Response open() {
        return post(Role.CASHIER, "/api/cash-sessions", Map.of("till", till, "float_cents", 10_000));
    }

    private static Response move(String role, long session, Map<String, Object> movement) {
        return post(role, "/api/cash-sessions/" + session + "/movements", movement);
    }

    private static Response close(long session, Map<String, Object> counts) {
        return post(Role.CASHIER, "/api/cash-sessions/" + session + "/close", Map.of("counts", counts));
    }

    private long cash(long cents, long tip) {
        long order = OrdersStandIn.open(cents, 0);
        return pay(Map.of("order_id", order, "method", "CASH", "amount_cents", cents, "tip_cents", tip, "till", till))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("session_id");
    }

    @Test
    void whatCameAndWentIsExpectedAndTheDifferenceKept() {
        long session = open().then().statusCode(201).extract().jsonPath().getLong("session_id");
        assertThat(cash(2_000, 150)).isEqualTo(session);
        move(Role.CASHIER, session, Map.of("kind", "PAID_IN", "amount_cents", 500, "reason", "Monnaie"))
                .then()
                .statusCode(201)
                .body("amount_cents", equalTo(500));
        Map<String, Object> bread = Map.of("kind", "PAID_OUT", "amount_cents", 1_200, "reason", "Pain");
        move(Role.CASHIER, session, bread).then().statusCode(403).body("code", equalTo("APPROVAL_REQUIRED"));
        move(Role.MANAGER, session, bread).then().statusCode(201).body("amount_cents", equalTo(-1_200));

        JsonPath closed = close(session, Map.of("5000", 2, "200", 7))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(closed.getLong("expected_cents")).isEqualTo(10_000 + 2_150 + 500 - 1_200);
        assertThat(closed.getLong("counted_cents")).isEqualTo(11_400);
        assertThat(closed.getLong("difference_cents")).isEqualTo(-50);
        assertThat(as(Role.CASHIER)
                        .get("/api/cash-sessions/" + session + "/movements")
                        .jsonPath()
                        .getList("data.kind", String.class))
                .containsExactly("SALE", "PAID_IN", "PAID_OUT");
    }

    @Test
    void cashTakesAnOpenDrawerAndATillHasOne() throws Exception {
        long order = OrdersStandIn.open(1_000, 0);
        Map<String, Object> payment = Map.of("order_id", order, "method", "CASH", "amount_cents", 1_000, "till", till);
        pay(payment).then().statusCode(409).body("code", equalTo("DRAWER_CLOSED"));

        List<Response> opened = AtOnce.call(6, this::open);

        assertThat(opened.stream().map(Response::statusCode).filter(status -> status == 201))
                .hasSize(1);
        assertThat(opened.stream().map(Response::statusCode)).containsOnly(201, 409);
        pay(payment).then().statusCode(201);
        long session = open().then().statusCode(409).extract().jsonPath().getLong("current.session_id");
        close(session, Map.of()).then().statusCode(200).body("difference_cents", equalTo(-11_000));
        close(session, Map.of()).then().statusCode(409).body("code", equalTo("DRAWER_CLOSED"));
        open().then().statusCode(201);
    }

    @Test
    void openingItForNothingTakesAnApprovalAndIsWrittenDown() {
        long session = open().jsonPath().getLong("session_id");
        Map<String, Object> look = Map.of(
                "kind",
                "NO_SALE",
                "reason",
                "Rendu de monnaie",
                "approval_token",
                TestTokens.approval(Role.CASHIER, "DRAWER", 0));

        move(Role.CASHIER, session, look).then().statusCode(201).body("approved_by.name", equalTo("Test MANAGER"));
        move(Role.CASHIER, session, look).then().statusCode(403);
        move(Role.MANAGER, session, Map.of("kind", "NO_SALE", "amount_cents", 5, "reason", "x"))
                .then()
                .statusCode(400);
    }

    @Test
    void senselessCountsAndPeopleWithoutTheRoleChangeNothing() {
        long session = open().jsonPath().getLong("session_id");

        close(session, Map.of("300", 1)).then().statusCode(400).body("errors[0].field", equalTo("counts.300"));
        close(session, Map.of("100", -1)).then().statusCode(400);
        post(Role.WAITER, "/api/cash-sessions", Map.of("till", till, "float_cents", 0))
                .then()
                .statusCode(403);
        post(Role.CASHIER, "/api/cash-sessions", Map.of("till", "\n", "float_cents", 0))
                .then()
                .statusCode(400);
        as(Role.CASHIER).get("/api/cash-sessions/99999999").then().statusCode(404);
        assertThat(tills("?open=true")).contains(till);
        assertThat(tills("?open=false&limit=200")).doesNotContain(till);
        close(session, Map.of("100", 0)).then().statusCode(200);
        assertThat(tills("?open=true")).doesNotContain(till);
        assertThat(tills("?open=false")).contains(till);
        assertThat(tills("")).contains(till);
        as(Role.CASHIER)
                .get("/api/cash-sessions?open=perhaps")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("open"));
    }

    private static List<String> tills(String query) {
        return as(Role.CASHIER).get("/api/cash-sessions" + query).jsonPath().getList("data.till", String.class);
    }
}
