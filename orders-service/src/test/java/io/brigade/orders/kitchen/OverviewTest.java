package io.brigade.orders.kitchen;

import static io.brigade.orders.Waiter.as;
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
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts, late items and what orders still wait for. */
@QuarkusTest
@OrdersBackend
class OverviewTest {

    @Test
    void dishesAndTheirOptionsAreCountedWhileTheyAreToBeMade() {
        long steaks = count("it.dish_id == 2", "quantity");
        long rare = options("it.option_id == 11");
        long gratin = options("it.option_id == 21");
        List<Long> items = place(Map.of(
                        "table_id",
                        1,
                        "additional",
                        true,
                        "items",
                        List.of(
                                item(MenuStandIn.STEAK, 2, MenuStandIn.RARE, MenuStandIn.GRATIN),
                                item(MenuStandIn.STEAK, 3, MenuStandIn.MEDIUM),
                                Map.of(
                                        "dish_id",
                                        MenuStandIn.STEAK,
                                        "quantity",
                                        5,
                                        "options",
                                        List.of(MenuStandIn.RARE),
                                        "hold",
                                        true))))
                .getList("items.item_id", Long.class);

        assertThat(count("it.dish_id == 2", "quantity")).isEqualTo(steaks + 5);
        assertThat(options("it.option_id == 11")).isEqualTo(rare + 2);
        assertThat(options("it.option_id == 21")).isEqualTo(gratin + 2);

        move(items.getFirst(), "PREPARING", 200);
        assertThat(count("it.dish_id == 2", "quantity")).isEqualTo(steaks + 5);
        move(items.getFirst(), "READY", 200);
        assertThat(count("it.dish_id == 2", "quantity")).isEqualTo(steaks + 3);
        assertThat(options("it.option_id == 11")).isEqualTo(rare);
        assertThat(Cook.get("counts?station=PASTRY").getList("dishes")).isEmpty();
        as(Role.KITCHEN).get("/api/kitchen/counts").then().statusCode(400);
        as(Role.KITCHEN).get("/api/kitchen/counts?station=hot").then().statusCode(400);
    }

    @Test
    void whatIsPastItsTimeIsLateTheLongestOverFirst() throws SQLException {
        List<Integer> items = place(Map.of(
                        "table_id",
                        2,
                        "additional",
                        true,
                        "items",
                        List.of(item(MenuStandIn.SOUP, 1), item(MenuStandIn.WINE, 1), item(MenuStandIn.SOUP, 2))))
                .getList("items.item_id", Integer.class);
        assertThat(late("")).doesNotContainAnyElementsOf(items);

        sent(items.get(0), 700);
        sent(items.get(1), 900);
        sent(items.get(2), 590);
        assertThat(late("").stream().filter(items::contains)).containsExactly(items.get(1), items.get(0));
        assertThat(late("?station=HOT").stream().filter(items::contains)).containsExactly(items.get(0));
        assertThat(Cook.get("late").getLong("items.find { it.item_id == " + items.get(0) + " }.over_seconds"))
                .isBetween(100L, 130L);
        assertThat(Cook.get("board?station=BAR")
                        .getBoolean("tickets.items.flatten().find { it.item_id == " + items.get(1) + " }.late"))
                .isTrue();

        move(items.get(0), "PREPARING", 200);
        move(items.get(0), "READY", 200);
        assertThat(late("")).doesNotContain(items.get(0));
        assertThat(Cook.stranger()
                        .get("/api/kitchen/late")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.item_id", Integer.class))
                .doesNotContainAnyElementsOf(items);
        as(Role.KITCHEN).get("/api/kitchen/late?station=X").then().statusCode(400);
    }

    @Test
    void theExpoSeesWhatACourseWaitsForAndWhenItCanGo() {
        Map<String, Object> heldSteak =
                Map.of("dish_id", MenuStandIn.STEAK, "quantity", 2, "options", List.of(MenuStandIn.RARE), "hold", true);
        JsonPath order = place(Map.of(
                "table_id",
                3,
                "additional",
                true,
                "covers",
                2,
                "items",
                List.of(
                        item(MenuStandIn.SOUP, 2),
                        Map.of("dish_id", MenuStandIn.WINE, "quantity", 1, "course", 1),
                        heldSteak)));
        long orderId = order.getLong("order_id");
        List<Long> items = order.getList("items.item_id", Long.class);

        JsonPath seen = expo(orderId);
        assertThat(seen.getString("table_name")).isEqualTo("T3");
        assertThat(seen.getList("courses.course", Integer.class)).containsExactly(1);
        assertThat(seen.getList("held_courses", Integer.class)).containsExactly(2);
        assertThat(seen.getList("courses[0].stations.station", String.class)).containsExactly("BAR", "HOT");
        assertThat(seen.getList("courses[0].stations.to_make", Integer.class)).containsExactly(1, 2);
        assertThat(seen.getBoolean("courses[0].can_go")).isFalse();

        move(items.get(0), "PREPARING", 200);
        assertThat(expo(orderId).getList("courses[0].stations.preparing", Integer.class))
                .containsExactly(0, 2);
        move(items.get(0), "READY", 200);
        assertThat(expo(orderId).getBoolean("courses[0].can_go")).isFalse();
        move(items.get(1), "PREPARING", 200);
        move(items.get(1), "READY", 200);
        assertThat(expo(orderId).getBoolean("courses[0].can_go")).isTrue();

        for (long item : items.subList(0, 2)) {
            move(item, "SERVED", 200);
        }
        assertThat(expo(orderId).getList("courses")).isEmpty();
        as(Role.WAITER)
                .post("/api/orders/" + orderId + "/courses/2/fire")
                .then()
                .statusCode(200);
        assertThat(expo(orderId).getList("held_courses")).isEmpty();
        for (String state : List.of("PREPARING", "READY", "SERVED")) {
            move(items.get(2), state, 200);
        }
        assertThat(expoOrders(200)).doesNotContain(orderId);
    }

    @Test
    void aTakeawayThatIsPaidFirstIsStillWaitedFor() throws SQLException {
        long orderId = place(Map.of("service_mode", "TAKEAWAY", "items", List.of(item(MenuStandIn.SOUP, 1))))
                .getLong("order_id");
        Cook.sql("UPDATE orders SET status = 'CLOSED', closed_at = now() WHERE order_id = " + orderId);

        assertThat(expo(orderId).getInt("courses[0].stations[0].to_make")).isEqualTo(1);
    }

    @Test
    void theExpoIsPagedTheOldestFirst() {
        for (int i = 0; i < 3; i++) {
            place(Map.of("table_id", 4, "additional", true, "items", List.of(item(MenuStandIn.SOUP, 1))));
        }

        List<Long> all = expoOrders(2);
        assertThat(all).hasSizeGreaterThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
        as(Role.KITCHEN).get("/api/kitchen/expo?limit=0").then().statusCode(400);
        as(Role.KITCHEN)
                .get("/api/kitchen/expo?cursor=x")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }

    private static long count(String dish, String field) {
        Integer found = Cook.get("counts?station=HOT").get("dishes.find { " + dish + " }?." + field);
        return found == null ? 0 : found;
    }

    private static long options(String option) {
        Integer found =
                Cook.get("counts?station=HOT").get("dishes*.options.flatten().find { " + option + " }?.quantity");
        return found == null ? 0 : found;
    }

    private static List<Integer> late(String query) {
        return Cook.get("late" + query).getList("items.item_id", Integer.class);
    }

    private static void sent(int itemId, int secondsAgo) throws SQLException {
        Cook.sql("UPDATE order_items SET sent_at = now() - %d * interval '1 second' WHERE item_id = %d"
                .formatted(secondsAgo, itemId));
    }

    private static JsonPath expo(long orderId) {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(orderId - 1).getBytes(StandardCharsets.US_ASCII));
        JsonPath found = Cook.get("expo?limit=1&cursor=" + cursor);
        assertThat(found.getLong("data[0].order_id")).isEqualTo(orderId);
        return found.setRootPath("data[0]");
    }

    private static List<Long> expoOrders(int limit) {
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = Cook.get("expo?limit=" + limit + cursor);
            ids.addAll(page.getList("data.order_id", Long.class));
            cursor = page.getString("next_cursor") == null ? "" : "&cursor=" + page.getString("next_cursor");
        } while (!cursor.isEmpty());
        return ids;
    }
}
