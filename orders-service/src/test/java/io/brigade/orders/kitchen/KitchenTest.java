package io.brigade.orders.kitchen;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.move;
import static io.brigade.orders.Waiter.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    @Test
    void aTicketTellsWhomItIsForAndWarnsOfAllergies() {
        String wanted = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        int orderId = place(Map.of(
                        "service_mode",
                        "TAKEAWAY",
                        "customer",
                        Map.of("name", "Mme Roche"),
                        "due_at",
                        wanted,
                        "items",
                        List.of(Map.of(
                                "dish_id",
                                MenuStandIn.SOUP,
                                "quantity",
                                1,
                                "allergies",
                                List.of("MILK", "PEANUTS"),
                                "note",
                                "sans croûtons"))))
                .getInt("order_id");

        Map<String, Object> ticket = tickets("HOT", orderId).getFirst();
        assertThat(ticket)
                .containsEntry("service_mode", "TAKEAWAY")
                .containsEntry("customer_name", "Mme Roche")
                .containsEntry("due_at", wanted)
                .containsEntry("course", 1)
                .containsEntry("table_name", null);
        assertThat((int) ticket.get("age_seconds")).isBetween(0, 30);
        JsonPath board = Cook.get("board?station=HOT");
        String line = "tickets.find { it.order_id == " + orderId + " }.items[0].";
        assertThat(board.getList(line + "allergies", String.class)).containsExactlyInAnyOrder("MILK", "PEANUTS");
        assertThat(board.getList(line + "allergen_warning", String.class)).containsExactly("MILK");
        assertThat(board.getString(line + "note")).isEqualTo("sans croûtons");
        assertThat(board.getInt(line + "target_seconds")).isEqualTo(600);
        assertThat(Instant.parse(board.getString(line + "due_at")))
                .isEqualTo(Instant.parse(board.getString(line + "sent_at")).plusSeconds(600));
        assertThat(board.getBoolean(line + "late")).isFalse();
    }

    @Test
    void theOldestTicketIsFirstAndCoursesOfOneOrderComeInTheirOrder() throws SQLException {
        int younger = place(dinner(9)).getInt("order_id");
        int older = place(dinner(10)).getInt("order_id");
        Cook.sql("UPDATE order_items SET sent_at = sent_at - interval '5 minutes' WHERE order_id = " + older);
        as(Role.WAITER)
                .body(Map.of("items", List.of(item(MenuStandIn.SOUP, 1))))
                .post("/api/orders/" + older + "/items")
                .then()
                .statusCode(201);

        List<String> seen = Cook.get("board?station=HOT").<Map<String, Object>>getList("tickets").stream()
                .filter(ticket -> List.of(younger, older).contains(ticket.get("order_id")))
                .map(ticket -> ticket.get("order_id") + "/" + ticket.get("course") + "/"
                        + ((List<?>) ticket.get("items")).size())
                .toList();
        assertThat(seen).containsExactly(older + "/1/2", older + "/2/1", younger + "/1/1", younger + "/2/1");
    }

    @Test
    void aTicketMovesAsAWholeOrNotAtAll() {
        long orderId = place(Map.of(
                        "table_id",
                        11,
                        "additional",
                        true,
                        "items",
                        List.of(
                                item(MenuStandIn.SOUP, 1),
                                item(MenuStandIn.SOUP, 2),
                                item(MenuStandIn.STEAK, 1, MenuStandIn.RARE))))
                .getLong("order_id");

        Cook.moveTicket(orderId, 1, "HOT", "PREPARING").then().statusCode(200);
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("PREPARING", "PREPARING", "SENT");

        as(Role.WAITER)
                .body(Map.of("items", List.of(item(MenuStandIn.SOUP, 1))))
                .post("/api/orders/" + orderId + "/items")
                .then()
                .statusCode(201);
        Cook.moveTicket(orderId, 1, "HOT", "READY")
                .then()
                .statusCode(409)
                .body("code", equalTo("ITEM_STATE_CONFLICT"))
                .body("current.state", equalTo("SENT"));
        assertThat(Cook.items(orderId, "state", String.class))
                .containsExactly("PREPARING", "PREPARING", "SENT", "SENT");

        Cook.moveTicket(orderId, 1, "HOT", "PREPARING").then().statusCode(200);
        Cook.moveTicket(orderId, 1, "HOT", "READY").then().statusCode(200);
        assertThat(Cook.items(orderId, "state", String.class)).containsExactly("READY", "READY", "SENT", "READY");
        Cook.moveTicket(orderId, 1, "HOT", "READY").then().statusCode(409);
    }

    @Test
    void aTicketThatIsSentAgainMovesOnce() {
        long orderId = place(dinner(12)).getLong("order_id");
        Map<String, Object> move = Map.of("order_id", orderId, "course", 1, "station", "HOT", "state", "PREPARING");

        String first = as(Role.KITCHEN)
                .header("Idempotency-Key", "ticket-" + orderId)
                .body(move)
                .post("/api/kitchen/tickets/state")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        as(Role.KITCHEN)
                .header("Idempotency-Key", "ticket-" + orderId)
                .body(move)
                .post("/api/kitchen/tickets/state")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @Test
    void ticketsOfOthersAndSenselessOnesAreRefused() {
        long orderId = place(dinner(13)).getLong("order_id");
        Map<String, Object> move = Map.of("order_id", orderId, "course", 1, "station", "HOT", "state", "PREPARING");

        Cook.stranger().body(move).post("/api/kitchen/tickets/state").then().statusCode(404);
        Cook.moveTicket(orderId, 7, "HOT", "PREPARING").then().statusCode(404);
        Cook.moveTicket(orderId, 1, "HOT", "VOIDED").then().statusCode(400).body("errors[0].field", equalTo("state"));
        Cook.moveTicket(orderId, 1, "OVEN", "READY").then().statusCode(400).body("errors[0].field", equalTo("station"));
        Cook.moveTicket(orderId, 10, "HOT", "READY").then().statusCode(400);
        as(Role.CASHIER).body(move).post("/api/kitchen/tickets/state").then().statusCode(403);
    }

    @Test
    void whatNobodySawOffLeavesTheBoardWhenTheOrderIsOver() throws SQLException {
        int orderId = place(dinner(14)).getInt("order_id");
        Cook.moveTicket(orderId, 1, "HOT", "PREPARING").then().statusCode(200);
        Cook.moveTicket(orderId, 1, "HOT", "READY").then().statusCode(200);
        Cook.sql("UPDATE orders SET status = 'CLOSED', closed_at = now() WHERE order_id = " + orderId);

        assertThat(tickets("HOT", orderId)).extracting("course").containsExactly(1, 2);
        Cook.sql("UPDATE order_items SET ready_at = now() - interval '61 minutes' WHERE state = 'READY' AND order_id = "
                + orderId);
        assertThat(tickets("HOT", orderId)).extracting("course").containsExactly(2);
        Cook.sql("UPDATE order_items SET sent_at = now() - interval '25 hours' WHERE order_id = " + orderId);
        assertThat(tickets("HOT", orderId)).isEmpty();
    }

    private static List<Map<String, Object>> tickets(String station, int orderId) {
        return Cook.get("board?station=" + station).getList("tickets.findAll { it.order_id == " + orderId + " }");
    }
}
