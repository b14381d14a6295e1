package io.brigade.payments.statement;

import static io.brigade.payments.Till.as;
import static io.brigade.payments.Till.paid;
import static io.brigade.payments.Till.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.payments.OrdersStandIn;
import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
class SplittingTest {

    private static JsonPath shares(long order, String query) {
        return as(Role.WAITER)
                .get("/api/bills/" + order + "/shares" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Integer> cents(JsonPath shares) {
        return shares.getList("shares.amount_cents", Integer.class);
    }

    @Test
    void equalPartsAddUpAndBySeatEachPaysWhatIsTheirs() {
        long order = OrdersStandIn.open(4800, 650);

        assertThat(cents(shares(order, "?parts=3"))).containsExactly(1817, 1817, 1816);
        JsonPath seats = shares(order, "");
        assertThat(seats.getList("shares.seat", Integer.class)).containsExactly(1, 2);
        assertThat(cents(seats)).containsExactly(4800, 650);
        assertThat(cents(shares(order, "?item_ids=" + OrdersStandIn.foodOf(order))))
                .containsExactly(4800, 650);
        paid(order, "CARD", 450);
        assertThat(cents(shares(order, "?parts=2"))).containsExactly(2500, 2500);
        assertThat(cents(shares(order, "")).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(5000);
    }

    @Test
    void anItemIsPaidOnce() {
        long order = OrdersStandIn.open(4800, 650);
        long food = OrdersStandIn.foodOf(order);
        Map<String, Object> forFood =
                Map.of("order_id", order, "method", "CARD", "amount_cents", 4800, "item_ids", List.of(food));
        pay(forFood).then().statusCode(201);

        pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 100, "item_ids", List.of(food)))
                .then()
                .statusCode(409)
                .body("code", equalTo("ITEM_PAID"));
        pay(Map.of("order_id", order, "method", "CARD", "amount_cents", 100, "item_ids", List.of(999)))
                .then()
                .statusCode(422)
                .body("code", equalTo("ITEM_UNKNOWN"));
        assertThat(cents(shares(order, ""))).containsExactly(650);
        as(Role.WAITER)
                .get("/api/bills/" + order + "/shares?item_ids=" + food)
                .then()
                .statusCode(422);
        as(Role.WAITER).get("/api/bills/" + order + "/shares?parts=0").then().statusCode(400);
        as(Role.WAITER).get("/api/bills/" + order + "/shares?parts=x").then().statusCode(400);
        as(Role.WAITER)
                .get("/api/bills/" + order + "/shares?parts=2&item_ids=1")
                .then()
                .statusCode(400);
    }
}
