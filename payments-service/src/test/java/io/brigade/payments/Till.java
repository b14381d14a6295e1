package io.brigade.payments;

import static io.restassured.RestAssured.given;

import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a till does. */
public final class Till {

    /** The till whose drawer is open in tests. */
    public static final String NAME = "Caisse 1";

    private Till() {}

    /** A request of somebody with this role. */
    public static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }

    /** A write of money under a new key. */
    public static Response post(String role, String path, Object body) {
        return as(role).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    /** A payment under a new key. */
    public static Response pay(Map<String, Object> payment) {
        return post(Role.CASHIER, "/api/payments", payment);
    }

    /** A payment that is taken. */
    public static JsonPath paid(long order, String method, long cents) {
        Map<String, Object> payment = new HashMap<>(Map.of("order_id", order, "method", method, "amount_cents", cents));
        if (method.equals("CASH")) {
            openDrawer();
            payment.put("till", NAME);
        }
        return pay(payment).then().statusCode(201).extract().jsonPath();
    }

    /** The drawer's session; opened when it is not. */
    public static JsonPath openDrawer() {
        Response opened = post(Role.CASHIER, "/api/cash-sessions", Map.of("till", NAME, "float_cents", 10_000));
        return opened.statusCode() == 409
                ? as(Role.CASHIER)
                        .get("/api/cash-sessions/" + opened.jsonPath().getLong("current.session_id"))
                        .jsonPath()
                : opened.then().statusCode(201).extract().jsonPath();
    }

    /** A bill. */
    public static JsonPath bill(long order) {
        return as(Role.CASHIER)
                .get("/api/bills/" + order)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
