package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.system.Device.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each 4xx status of docs/api.md's table at least once, through the gateway, as a problem document. FaultIT sees the 503s. */
@ExtendWith(RunningSuite.class)
class RefusalIT {

    private static final Device WAITER = Device.camilleTheWaiter();

    @Test
    void malformedAndInvalidRequests() {
        refused(WAITER.post("/api/orders", "{\"table_id\": "), 400, "BAD_REQUEST");
        Answer unknownEnum = WAITER.post(
                "/api/orders",
                Map.of("service_mode", "DRIVE_IN", "items", List.of(Map.of("dish_id", 1, "quantity", 1))));
        refused(unknownEnum, 400, "VALIDATION_FAILED");
        assertThat(unknownEnum.json().at("/errors/0/field").asText()).isEqualTo("service_mode");
        Answer badField = WAITER.post(
                "/api/orders", Map.of("table_id", 1, "items", List.of(Map.of("dish_id", 1, "quantity", -1))));
        refused(badField, 400, "VALIDATION_FAILED");
        assertThat(badField.json().at("/errors/0/field").asText()).isEqualTo("items[0].quantity");
        refused(
                Device.inesTheCashier()
                        .post("/api/payments", Map.of("order_id", 1, "method", "CARD", "amount_cents", 1)),
                400,
                "IDEMPOTENCY_KEY_MISSING");
        refused(WAITER.get("/api/kitchen/board?station=ATTIC"), 400, "VALIDATION_FAILED");
    }

    @Test
    void nobodyAndTheWrongRole() {
        Answer nobody = Device.ofNobody().get("/api/menu");
        refused(nobody, 401, "UNAUTHENTICATED");
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
        refused(Device.marcTheChef().post("/api/orders", House.supper()), 403, "FORBIDDEN");
        refused(WAITER.get("/api/staff"), 403, "FORBIDDEN");
    }

    @Test
    void unknownThingsAndThingsOfAnotherRestaurant() {
        long order = House.placeSupper().path("order_id").asLong();
        Device other = Device.noeOfTheOtherRestaurant();

        refused(WAITER.get("/api/orders/999999999"), 404, "NOT_FOUND");
        refused(WAITER.get("/api/nowhere"), 404, "NOT_FOUND");
        refused(other.get("/api/orders/" + order), 404, "NOT_FOUND");
        refused(other.get("/api/bills/" + order), 404, "NOT_FOUND");
        refused(
                other.post(
                        "/api/payments",
                        Map.of("order_id", order, "method", "CARD", "amount_cents", 1),
                        "Idempotency-Key",
                        House.newKey()),
                404,
                "NOT_FOUND");
        refused(
                other.post(
                        "/api/orders", Map.of("table_id", 1, "items", List.of(Map.of("dish_id", 113, "quantity", 1)))),
                List.of(404, 422));
        refused(WAITER.get("/api/restaurants/2"), 404, "NOT_FOUND");
        assertThat(other.get("/api/orders").json().path("data").findValuesAsText("order_id"))
                .doesNotContain(Long.toString(order));
    }

    @Test
    void statesThatDoNotAllowIt() {
        long item = House.placeSupper().at("/items/0/item_id").asLong();
        refused(
                Device.marcTheChef().post("/api/kitchen/items/" + item + "/state", Map.of("state", "READY")),
                409,
                "ITEM_STATE_CONFLICT");
    }

    @Test
    void editsThatComeTooLate() {
        String dish = "/api/menu/dishes/" + House.dish("Café expresso");
        ObjectNode edit = (ObjectNode) Device.sophieTheManager().get(dish).json();
        edit.remove(List.of("dish_id", "available", "sold_out_until", "portions_left", "portions_set", "version"));
        Answer late = Device.sophieTheManager().put(dish, edit, "If-Match", "\"v987654\"");
        refused(late, 412, "VERSION_MISMATCH");
        assertThat(late.json().at("/current/name").asText()).isEqualTo("Café expresso");
    }

    @Test
    void bodiesThatAreTooLargeOrNoJson() {
        refused(WAITER.post("/api/orders", "{\"x\": \"" + "y".repeat(300 * 1024) + "\"}"), 413, "PAYLOAD_TOO_LARGE");
        refused(WAITER.send("POST", "/api/orders", "x", "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(WAITER.send("DELETE", "/api/menu", null), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void rulesOfTheHouse() {
        long order = House.placeSupper().path("order_id").asLong();
        refused(
                Device.inesTheCashier()
                        .post(
                                "/api/payments",
                                Map.of("order_id", order, "method", "CARD", "amount_cents", 2551),
                                "Idempotency-Key",
                                House.newKey()),
                422,
                "OVERPAYMENT");
        String key = House.newKey();
        WAITER.post("/api/orders", House.supper(), "Idempotency-Key", key);
        refused(WAITER.post("/api/orders", House.supper(), "Idempotency-Key", key), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void wrongPinsAndThenTheLock() {
        for (int i = 0; i < 3; i++) {
            refused(signIn("1002", "0000"), 401, "SIGN_IN_REFUSED");
        }
        Answer locked = signIn("1002", "7395");
        refused(locked, 429, "SIGN_IN_LOCKED");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 5);
        refused(signIn("9999", "0000"), 401, "SIGN_IN_REFUSED");
    }

    private static Answer signIn(String code, String pin) {
        return Device.ofNobody().post("/api/auth/token", Map.of("staff_code", code, "pin", pin));
    }

    private static void refused(Answer answer, List<Integer> statuses) {
        assertThat(answer.status()).as(answer.body()).isIn(statuses);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static void refused(Answer answer, int status, String code) {
        refused(answer, List.of(status));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("type").asText()).startsWith("/problems/");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(answer.json().path("trace_id").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.body()).doesNotContain("Exception", "io.brigade", "SELECT", "\tat ");
    }
}
