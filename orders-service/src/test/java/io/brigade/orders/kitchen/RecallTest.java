package io.brigade.orders.kitchen;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.move;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class RecallTest {

    @Test
    void whatWasFinishedLastComesBackTogetherStepByStep() {
        long orderId = twoSoups(1);
        finish(orderId);
        long other = place(Map.of("table_id", 2, "additional", true, "items", List.of(item(MenuStandIn.WINE, 1))))
                .getLong("order_id");
        Cook.moveTicket(other, 0, "BAR", "PREPARING").then().statusCode(200);
        Cook.moveTicket(other, 0, "BAR", "READY").then().statusCode(200);

        recall("HOT").then().statusCode(200).body("order_id", equalTo((int) orderId));
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("PREPARING", "PREPARING");
        assertThat(Cook.items(orderId, "ready_at", String.class)).containsOnlyNulls();
        assertThat(Cook.items(other, "state", String.class)).containsExactly("READY");
    }

    @Test
    void whatWasServedComesBackAsReady() {
        long orderId = twoSoups(3);
        finish(orderId);
        Cook.moveTicket(orderId, 1, "HOT", "SERVED").then().statusCode(200);

        recall("HOT").then().statusCode(200);
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("READY", "READY");
        recall("HOT").then().statusCode(200);
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("PREPARING", "PREPARING");
    }

    @Test
    void recallsAtOnceTakeOneStepEach() throws Exception {
        for (int round = 0; round < 5; round++) {
            long before = twoSoups(4);
            finish(before);
            long orderId = twoSoups(5);
            finish(orderId);
            Cook.moveTicket(orderId, 1, "HOT", "SERVED").then().statusCode(200);

            List<Integer> answers = AtOnce.call(2, () -> recall("HOT").statusCode());

            // The second either meant the same step and is refused, or came later and takes the next one.
            assertThat(answers).isSubsetOf(200, 409).contains(200);
            boolean both = !answers.contains(409);
            assertThat(Cook.items(orderId, "state", String.class)).containsOnly(both ? "PREPARING" : "READY");
            assertThat(Cook.items(before, "state", String.class)).containsOnly("READY");
        }
    }

    @Test
    void anItemThatSeveralCallBackAsTheySawItComesBackOneStep() throws Exception {
        long orderId = twoSoups(5);
        finish(orderId);
        Cook.moveTicket(orderId, 1, "HOT", "SERVED").then().statusCode(200);
        long soup = Cook.items(orderId, "item_id", Long.class).getFirst();

        List<Integer> answers = AtOnce.call(6, () -> as(Role.KITCHEN)
                .header("If-Match", "\"v4\"")
                .post("/api/kitchen/items/" + soup + "/recall")
                .statusCode());

        assertThat(answers).isSubsetOf(200, 409, 412).containsOnlyOnce(200);
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("READY", "SERVED");
        as(Role.KITCHEN)
                .header("If-Match", "\"v4\"")
                .post("/api/kitchen/items/" + soup + "/recall")
                .then()
                .statusCode(412)
                .body("current.state", equalTo("READY"))
                .body("current.version", equalTo(5));
    }

    @Test
    void aRecallThatIsSentAgainTakesOneStep() {
        long orderId = twoSoups(6);
        finish(orderId);
        Cook.moveTicket(orderId, 1, "HOT", "SERVED").then().statusCode(200);
        String key = UUID.randomUUID().toString();

        String first = recallWithKey(key).then().statusCode(200).extract().asString();
        recallWithKey(key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("READY", "READY");
    }

    @Test
    void oneItemComesBackAlone() throws SQLException {
        long orderId = twoSoups(7);
        long soup = Cook.items(orderId, "item_id", Long.class).getFirst();
        Cook.post("items/" + soup + "/recall", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("ITEM_STATE_CONFLICT"))
                .body("current.state", equalTo("SENT"));
        finish(orderId);

        Cook.post("items/" + soup + "/recall", "").then().statusCode(200);
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("PREPARING", "READY");

        move(soup, "READY", 200);
        Cook.sql("UPDATE order_items SET ready_at = now() - interval '5 hours' WHERE item_id = " + soup);
        Cook.post("items/" + soup + "/recall", "").then().statusCode(409).body("code", equalTo("NOTHING_TO_RECALL"));
        Cook.post("items/999999999/recall", "").then().statusCode(404);
        Cook.stranger().post("/api/kitchen/items/" + soup + "/recall").then().statusCode(404);
        as(Role.CASHIER).post("/api/kitchen/items/" + soup + "/recall").then().statusCode(403);
    }

    @Test
    void aStationThatFinishedNothingHasNothingToRecall() {
        recall("COLD").then().statusCode(409).body("code", equalTo("NOTHING_TO_RECALL"));
        recall("CELLAR").then().statusCode(400).body("errors[0].field", equalTo("station"));
        Cook.post("recall", Map.of()).then().statusCode(400);
        as(Role.CASHIER)
                .body(Map.of("station", "HOT"))
                .post("/api/kitchen/recall")
                .then()
                .statusCode(403);
    }

    private static long twoSoups(int tableId) {
        return place(Map.of(
                        "table_id",
                        tableId,
                        "additional",
                        true,
                        "items",
                        List.of(item(MenuStandIn.SOUP, 1), item(MenuStandIn.SOUP, 2))))
                .getLong("order_id");
    }

    private static void finish(long orderId) {
        Cook.moveTicket(orderId, 1, "HOT", "PREPARING").then().statusCode(200);
        Cook.moveTicket(orderId, 1, "HOT", "READY").then().statusCode(200);
    }

    private static Response recall(String station) {
        return Cook.post("recall", Map.of("station", station));
    }

    private static Response recallWithKey(String key) {
        return as(Role.KITCHEN)
                .header("Idempotency-Key", key)
                .body(Map.of("station", "HOT"))
                .post("/api/kitchen/recall");
    }
}
