package io.brigade.orders.kitchen;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.move;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.orders.OrdersBackend;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class KitchenTest {

    @Test
    void eachStationSeesItsOwnItemsUntilTheyAreServed() {
        JsonPath order = place(dinner(7));
        int orderId = order.getInt("order_id");
        long soup = order.getLong("items[0].item_id");

        List<Map<String, Object>> hot = tickets("HOT", orderId);
        assertThat(hot).extracting("course").containsExactly(1, 2);
        assertThat(hot).extracting("table_name").containsOnly("T7");
        assertThat(tickets("BAR", orderId)).hasSize(1);
        assertThat(tickets("PASTRY", orderId)).isEmpty();

        for (String state : List.of("PREPARING", "READY", "SERVED")) {
            move(soup, state, 200);
        }
        assertThat(tickets("HOT", orderId)).extracting("course").containsExactly(2);
    }

    @Test
    void anItemGoesNowhereButForwards() {
        JsonPath order = place(dinner(8));
        long soup = order.getLong("items[0].item_id");

        move(soup, "READY", 409);
        move(soup, "PREPARING", 200);
        as(Role.KITCHEN)
                .body(Map.of("state", "PREPARING"))
                .post("/api/kitchen/items/" + soup + "/state")
                .then()
                .statusCode(409)
                .body("code", equalTo("ITEM_STATE_CONFLICT"))
                .body("current.state", equalTo("PREPARING"));
        move(soup, "VOIDED", 400);
        move(soup, "SENT", 400);
        move(999_999_999, "READY", 404);
        as(Role.CASHIER)
                .body(Map.of("state", "READY"))
                .post("/api/kitchen/items/" + soup + "/state")
                .then()
                .statusCode(403);
        as(Role.KITCHEN).get("/api/kitchen/board").then().statusCode(400).body("errors[0].field", equalTo("station"));
    }

    private static List<Map<String, Object>> tickets(String station, int orderId) {
        return as(Role.KITCHEN)
                .get("/api/kitchen/board?station=" + station)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("tickets.findAll { it.order_id == " + orderId + " }");
    }
}
