package io.brigade.orders.floor;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.place;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.orders.StaffStandIn;
import io.brigade.orders.realtime.Screen;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class FloorTest {

    @Test
    void aTableGoesThroughAWholeEvening() {
        long area = addArea();
        long table = addTable(area);
        assertThat(state(table)).isEqualTo("FREE");

        long order = place(Map.of("table_id", table, "covers", 3, "items", List.of()))
                .getLong("order_id");
        JsonPath seated = table(table);
        assertThat(seated.getString("state")).isEqualTo("SEATED");
        assertThat(seated.getInt("covers")).isEqualTo(3);
        assertThat(seated.getString("seated_at")).isNotNull();
        assertThat(seated.getList("open_order_ids", Long.class)).containsExactly(order);

        long held = add(order, Map.of("dish_id", MenuStandIn.WINE, "quantity", 1, "course", 1, "hold", true));
        assertThat(state(table)).isEqualTo("SEATED");
        as(Role.WAITER).post("/api/orders/" + order + "/courses/1/fire").then().statusCode(200);
        assertThat(state(table)).isEqualTo("ORDERED");

        as(Role.MANAGER)
                .body(Map.of("reason", "Erreur"))
                .post("/api/orders/" + order + "/items/" + held + "/void")
                .then()
                .statusCode(200);
        assertThat(state(table)).isEqualTo("SEATED");
        as(Role.WAITER).post("/api/orders/" + order + "/close").then().statusCode(200);
        assertThat(state(table)).isEqualTo("TO_CLEAR");
        assertThat(table(table).getInt("covers")).isZero();

        long cancelled = place(Map.of("table_id", table, "items", List.of())).getLong("order_id");
        assertThat(state(table)).isEqualTo("SEATED");
        cancel(cancelled);
        assertThat(state(table)).isEqualTo("TO_CLEAR");

        change(Role.WAITER, "POST", table + "/clear", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("FREE"));
        assertThat(state(table)).isEqualTo("FREE");
        cancel(place(Map.of("table_id", table, "items", List.of())).getLong("order_id"));
        assertThat(state(table)).isEqualTo("FREE");
    }

    @Test
    void severalOrdersOfOneTableCountTogether() {
        long table = addTable(addArea());
        long first = place(Map.of("table_id", table, "covers", 2, "items", List.of()))
                .getLong("order_id");
        long second = place(Map.of(
                        "table_id",
                        table,
                        "additional",
                        true,
                        "covers",
                        3,
                        "items",
                        List.of(item(MenuStandIn.SOUP, 1))))
                .getLong("order_id");

        JsonPath both = table(table);
        assertThat(both.getString("state")).isEqualTo("ORDERED");
        assertThat(both.getInt("covers")).isEqualTo(5);
        assertThat(both.getList("open_order_ids", Long.class)).containsExactly(first, second);
    }

    @Test
    void aTableIsEditedByWhoeverSawItLast() {
        long area = addArea();
        long table = addTable(area);
        String name = name();
        Map<String, Object> edit = table(area, name);

        as(Role.MANAGER)
                .header("If-Match", "\"v1\"")
                .body(edit)
                .put("/api/tables/" + table)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("seats", equalTo(4))
                .body("x", equalTo(320))
                .body("y", equalTo(160))
                .body("version", equalTo(2));
        as(Role.MANAGER)
                .header("If-Match", "\"v1\"")
                .body(edit)
                .put("/api/tables/" + table)
                .then()
                .statusCode(412)
                .body("code", equalTo("VERSION_MISMATCH"))
                .body("current.version", equalTo(2))
                .body("current.name", equalTo(name));
        as(Role.MANAGER).body(edit).put("/api/tables/" + table).then().statusCode(200);
    }

    @Test
    void ofTwoWhoEditTheSameVersionAtOnceOneIsRefused() throws Exception {
        long area = addArea();
        long table = addTable(area);
        Map<String, Object> edit = table(area, name());

        List<Integer> answers = AtOnce.call(6, () -> as(Role.MANAGER)
                .header("If-Match", "\"v1\"")
                .body(edit)
                .put("/api/tables/" + table)
                .statusCode());
        assertThat(answers).isSubsetOf(200, 412).containsOnlyOnce(200);
    }

    @Test
    void aTableThatIsTakenAwayLeavesItsName() {
        long area = addArea();
        String name = name();
        long table = as(Role.MANAGER)
                .body(table(area, name))
                .post("/api/tables")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("table_id");
        change(Role.MANAGER, "POST", "", table(area, name))
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"));
        long order = place(Map.of("table_id", table, "items", List.of())).getLong("order_id");
        change(Role.MANAGER, "DELETE", Long.toString(table), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("TABLE_OCCUPIED"))
                .body("current.open_order_ids", hasItem((int) order));
        cancel(order);

        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(Role.MANAGER)
                    .header("Idempotency-Key", key)
                    .delete("/api/tables/" + table)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false));
        }
        assertThat(tables()).doesNotContain(table);
        change(Role.MANAGER, "PUT", Long.toString(table), table(area, name()))
                .then()
                .statusCode(404);
        change(Role.WAITER, "POST", table + "/clear", Map.of()).then().statusCode(404);
        as(Role.WAITER)
                .body(Map.of("table_id", table, "items", List.of()))
                .post("/api/orders")
                .then()
                .statusCode(404);
        change(Role.MANAGER, "POST", "", table(area, name)).then().statusCode(201);
    }

    @Test
    void aWaiterIsAssignedAndTakenOff() {
        long table = addTable(addArea());

        change(Role.WAITER, "PUT", table + "/waiter", Map.of("waiter_id", StaffStandIn.HUGO))
                .then()
                .statusCode(200)
                .body("waiter_id", equalTo(StaffStandIn.HUGO))
                .body("waiter_name", equalTo("Hugo"));
        assertThat(table(table).getString("waiter_name")).isEqualTo("Hugo");
        change(Role.WAITER, "PUT", table + "/waiter", Map.of("waiter_id", 999))
                .then()
                .statusCode(404);
        as(Role.MANAGER)
                .body("{\"waiter_id\": null}")
                .put("/api/tables/" + table + "/waiter")
                .then()
                .statusCode(200)
                .body("waiter_name", nullValue());
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsAskedOnceMore() {
        long table = addTable(addArea());
        StaffStandIn.hangOnce();

        change(Role.WAITER, "PUT", table + "/waiter", Map.of("waiter_id", StaffStandIn.HUGO))
                .then()
                .statusCode(200)
                .body("waiter_name", equalTo("Hugo"));
    }

    @Test
    void anAreaIsRenamedWithItsTablesAndGoesOnlyWhenItIsEmpty() {
        long area = addArea();
        long table = addTable(area);
        String name = name();

        as(Role.ADMIN)
                .header("If-Match", "\"v1\"")
                .body(Map.of("name", name, "position", 7))
                .put("/api/tables/areas/" + area)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        assertThat(table(table).getString("area")).isEqualTo(name);
        assertThat(table(table).getInt("area_position")).isEqualTo(7);
        as(Role.ADMIN)
                .header("If-Match", "\"v1\"")
                .body(Map.of("name", name, "position", 8))
                .put("/api/tables/areas/" + area)
                .then()
                .statusCode(412)
                .body("current.position", equalTo(7));
        change(Role.MANAGER, "POST", "areas", Map.of("name", name, "position", 1))
                .then()
                .statusCode(409);
        change(Role.MANAGER, "DELETE", "areas/" + area, Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("AREA_NOT_EMPTY"));

        change(Role.MANAGER, "DELETE", Long.toString(table), Map.of()).then().statusCode(200);
        change(Role.MANAGER, "DELETE", "areas/" + area, Map.of()).then().statusCode(200);
        change(Role.MANAGER, "DELETE", "areas/" + area, Map.of()).then().statusCode(404);
        change(Role.MANAGER, "POST", "", table(area, name())).then().statusCode(404);
        as(Role.WAITER)
                .get("/api/tables/areas?limit=200")
                .then()
                .statusCode(200)
                .body("data.findAll { it.area_id == " + area + " }.size()", equalTo(0));
        change(Role.MANAGER, "POST", "areas", Map.of("name", name, "position", 1))
                .then()
                .statusCode(201);
    }

    @Test
    void displaysAreToldOfEveryChangeOfTheFloor() {
        long area = addArea();
        try (Screen screen = new Screen(RestAssured.port, TestTokens.token(Role.WAITER, TestTokens.RESTAURANT))) {
            screen.subscribe("\"floor\"", null);
            await().until(() -> !screen.ofType("subscribed").isEmpty());

            long table = addTable(area);
            change(Role.MANAGER, "PUT", Long.toString(table), table(area, name()))
                    .then()
                    .statusCode(200);
            change(Role.WAITER, "PUT", table + "/waiter", Map.of("waiter_id", StaffStandIn.HUGO))
                    .then()
                    .statusCode(200);
            change(Role.WAITER, "POST", table + "/clear", Map.of()).then().statusCode(200);
            change(Role.MANAGER, "PUT", "areas/" + area, Map.of("name", name(), "position", 3))
                    .then()
                    .statusCode(200);
            change(Role.MANAGER, "DELETE", Long.toString(table), Map.of())
                    .then()
                    .statusCode(200);

            await().untilAsserted(() -> assertThat(screen.ofType("table.changed"))
                    .filteredOn(event -> event.getLong("data.table_id") == table)
                    .extracting(event -> event.getInt("data.version"))
                    .containsExactly(1, 2, 3, 4, 5, 6));
            assertThat(screen.ofType("table.changed").getLast().getBoolean("data.active"))
                    .isFalse();
        }
    }

    @Test
    void whatIsSentAgainIsDoneOnce() {
        long area = addArea();
        Map<String, Object> table = table(area, name());
        String key = UUID.randomUUID().toString();

        String first = withKey(key)
                .body(table)
                .post("/api/tables")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        withKey(key)
                .body(table)
                .post("/api/tables")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @Test
    void theFloorOfAnotherRestaurantIsOutOfSight() {
        long area = addArea();
        long table = addTable(area);

        for (Response refused : List.of(
                stranger().body(table(area, name())).put("/api/tables/" + table),
                stranger().body(table(area, name())).post("/api/tables"),
                stranger().delete("/api/tables/" + table),
                stranger().post("/api/tables/" + table + "/clear"),
                stranger().body("{\"waiter_id\": null}").put("/api/tables/" + table + "/waiter"),
                stranger().body(Map.of("name", "X", "position", 1)).put("/api/tables/areas/" + area),
                stranger().delete("/api/tables/areas/" + area))) {
            refused.then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
        assertThat(stranger().get("/api/tables?limit=200").jsonPath().getList("data.table_id", Long.class))
                .isNotEmpty()
                .doesNotContain(table);
    }

    @Test
    void whoMayDoWhat() {
        long area = addArea();
        long table = addTable(area);

        for (String role : List.of(Role.WAITER, Role.CASHIER, Role.KITCHEN)) {
            change(role, "POST", "", table(area, name())).then().statusCode(403);
            change(role, "PUT", Long.toString(table), table(area, name()))
                    .then()
                    .statusCode(403);
            change(role, "DELETE", Long.toString(table), Map.of()).then().statusCode(403);
            change(role, "POST", "areas", Map.of("name", name(), "position", 1))
                    .then()
                    .statusCode(403);
            change(role, "DELETE", "areas/" + area, Map.of()).then().statusCode(403);
        }
        change(Role.KITCHEN, "POST", table + "/clear", Map.of()).then().statusCode(403);
        change(Role.KITCHEN, "PUT", table + "/waiter", Map.of()).then().statusCode(403);
        change(Role.CASHIER, "POST", table + "/clear", Map.of()).then().statusCode(200);
        given().get("/api/tables/areas").then().statusCode(401);
    }

    @Test
    void senselessTablesAreRefused() {
        long area = addArea();
        Map<String, Object> fine = table(area, name());

        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("name", " ", "seats", 0, "x", -1, "y", 10_001)
                .entrySet()) {
            Map<String, Object> table = new HashMap<>(fine);
            table.put(wrong.getKey(), wrong.getValue());
            change(Role.MANAGER, "POST", "", table)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(wrong.getKey()));
        }
        change(Role.MANAGER, "POST", "", Map.of()).then().statusCode(400);
        change(Role.MANAGER, "POST", "areas", Map.of("name", "", "position", 1))
                .then()
                .statusCode(400);
        change(Role.MANAGER, "PUT", "999999", fine).then().statusCode(404);
        change(Role.MANAGER, "PUT", "abc", fine).then().statusCode(404);
        change(Role.MANAGER, "POST", "", Map.of("state", "FREE")).then().statusCode(400);
    }

    private static long addArea() {
        return change(Role.MANAGER, "POST", "areas", Map.of("name", name(), "position", 5))
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .extract()
                .jsonPath()
                .getLong("area_id");
    }

    private static long addTable(long area) {
        return change(Role.MANAGER, "POST", "", table(area, name()))
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .extract()
                .jsonPath()
                .getLong("table_id");
    }

    private static Map<String, Object> table(long area, String name) {
        return Map.of("area_id", area, "name", name, "seats", 4, "x", 320, "y", 160);
    }

    private static String name() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private static Response change(String role, String method, String path, Map<String, ?> body) {
        return as(role).body(body).request(method, "/api/tables" + (path.isEmpty() ? "" : "/" + path));
    }

    private static RequestSpecification withKey(String key) {
        return as(Role.MANAGER).header("Idempotency-Key", key);
    }

    private static RequestSpecification stranger() {
        return given().header("Authorization", "Bearer " + TestTokens.token(Role.MANAGER, TestTokens.OTHER_RESTAURANT))
                .contentType(ContentType.JSON);
    }

    private static long add(long order, Map<String, Object> item) {
        return as(Role.WAITER)
                .body(Map.of("items", List.of(item)))
                .post("/api/orders/" + order + "/items")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("items[-1].item_id");
    }

    private static void cancel(long order) {
        as(Role.MANAGER)
                .body(Map.of("reason", "Client parti"))
                .post("/api/orders/" + order + "/cancel")
                .then()
                .statusCode(200);
    }

    private static String state(long table) {
        return table(table).getString("state");
    }

    private static JsonPath table(long table) {
        JsonPath all = as(Role.WAITER)
                .get("/api/tables?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return all.setRootPath("data.find { it.table_id == " + table + " }");
    }

    private static List<Long> tables() {
        return as(Role.WAITER).get("/api/tables?limit=200").jsonPath().getList("data.table_id", Long.class);
    }
}
