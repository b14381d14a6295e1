package io.brigade.orders.order;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static io.brigade.orders.Waiter.item;
import static io.brigade.orders.Waiter.place;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.orders.MenuStandIn;
import io.brigade.orders.OrdersBackend;
import io.brigade.orders.carte.CarteCopies;
import io.brigade.platform.event.Origin;
import io.brigade.platform.event.StreamEvent;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class OrderTest {

    @Inject
    CarteCopies cartes;

    @Test
    void anOrderKeepsThePricesOfItsMoment() {
        JsonPath order = place(dinner(1));

        assertThat(order.getString("status")).isEqualTo("OPEN");
        assertThat(order.getLong("total_cents")).isEqualTo(1900 + 2900 + 650);
        assertThat(order.getList("items.vat_rate_bp", Integer.class)).containsExactly(1000, 1000, 2000);
        assertThat(order.getList("items.state", String.class)).containsOnly("SENT");
        assertThat(order.getList("items[1].options.name", String.class)).containsExactly("Saignant", "Gratin");

        as(Role.WAITER)
                .get("/api/orders/" + order.getLong("order_id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("", equalTo(order.getMap("")));
        as(Role.WAITER)
                .header("If-None-Match", "\"v1\"")
                .get("/api/orders/" + order.getLong("order_id"))
                .then()
                .statusCode(304);
        as(Role.WAITER)
                .get("/api/tables?limit=200")
                .then()
                .body("data.find { it.table_id == 1 }.open_order_ids", hasItem(order.getInt("order_id")));
        as(Role.WAITER)
                .get("/api/orders?status=OPEN&table_id=1")
                .then()
                .statusCode(200)
                .body("data.order_id", hasItem(order.getInt("order_id")));
    }

    @Test
    void itemsAreAddedByTwoWaitersAtOnceAndBothSetsAreKept() throws Exception {
        long order = place(dinner(2)).getLong("order_id");

        List<Integer> statuses = AtOnce.call(8, () -> as(Role.WAITER)
                .body(Map.of("items", List.of(item(MenuStandIn.WINE, 1))))
                .post("/api/orders/" + order + "/items")
                .statusCode());

        assertThat(statuses).containsOnly(201);
        as(Role.WAITER)
                .get("/api/orders/" + order)
                .then()
                .body("items.size()", equalTo(11))
                .body("total_cents", equalTo(5450 + 8 * 650))
                .body("version", equalTo(9));
    }

    @Test
    void oneKeyIsOneOrderEvenFiftyTimesAtOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        long before = orders();

        List<Response> answers = AtOnce.call(50, () -> as(Role.WAITER)
                .header("Idempotency-Key", key)
                .body(dinner(3))
                .post("/api/orders"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(orders()).isEqualTo(before + 1);
        as(Role.WAITER)
                .header("Idempotency-Key", key)
                .body(dinner(4))
                .post("/api/orders")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aRequestSentAgainGetsItsFirstAnswerThoughTheCarteHasChanged() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> soup =
                Map.of("table_id", 15, "additional", true, "items", List.of(item(MenuStandIn.SOUP, 1)));
        String first = as(Role.WAITER)
                .header("Idempotency-Key", key)
                .body(soup)
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        MenuStandIn.setSoupAvailable(false);
        try {
            carteIsNoticed();
            as(Role.WAITER)
                    .body(soup)
                    .post("/api/orders")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("DISH_SOLD_OUT"));
            as(Role.WAITER)
                    .header("Idempotency-Key", key)
                    .body(soup)
                    .post("/api/orders")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", "true")
                    .body(equalTo(first));
        } finally {
            MenuStandIn.setSoupAvailable(true);
            carteIsNoticed();
        }
    }

    @Test
    void aMenuThatIsAwayIsReplacedByTheLastCopy() {
        place(dinner(16));
        MenuStandIn.setAway(true);
        try {
            carteIsNoticed();
            place(dinner(16));
        } finally {
            MenuStandIn.setAway(false);
        }
    }

    @Test
    void theSameKeyAddsItemsOnce() {
        long order = place(dinner(5)).getLong("order_id");
        String key = UUID.randomUUID().toString();
        Map<String, Object> wine = Map.of("items", List.of(item(MenuStandIn.WINE, 1)));

        String first = as(Role.WAITER)
                .header("Idempotency-Key", key)
                .body(wine)
                .post("/api/orders/" + order + "/items")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        as(Role.WAITER)
                .header("Idempotency-Key", key)
                .body(wine)
                .post("/api/orders/" + order + "/items")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        as(Role.WAITER).get("/api/orders/" + order).then().body("items.size()", equalTo(4));
    }

    @Test
    void takeawayHasNoTableAndItsOwnVat() {
        JsonPath order = place(Map.of("service_mode", "TAKEAWAY", "items", List.of(item(MenuStandIn.SOUP, 1))));
        assertThat(order.<Object>get("table_id")).isNull();

        as(Role.WAITER)
                .body(Map.of("service_mode", "TAKEAWAY", "table_id", 1, "items", List.of(item(MenuStandIn.SOUP, 1))))
                .post("/api/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("table_id"));
        as(Role.WAITER)
                .body(Map.of("items", List.of(item(MenuStandIn.SOUP, 1))))
                .post("/api/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("table_id"));
    }

    @Test
    void whatTheCarteDoesNotAllowIsRefused() throws SQLException {
        long before = orders();
        refused(item(MenuStandIn.SOLD_OUT_TART, 1), 409, "DISH_SOLD_OUT");
        refused(item(999, 1), 422, "DISH_UNKNOWN");
        refused(item(MenuStandIn.STEAK, 1), 422, "OPTIONS_INVALID");
        refused(item(MenuStandIn.STEAK, 1, MenuStandIn.RARE, MenuStandIn.MEDIUM), 422, "OPTIONS_INVALID");
        refused(item(MenuStandIn.STEAK, 1, MenuStandIn.RARE, MenuStandIn.RARE), 422, "OPTIONS_INVALID");
        refused(item(MenuStandIn.SOUP, 1, MenuStandIn.RARE), 422, "OPTIONS_INVALID");
        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void badInputIsNamedFieldByField() {
        refused(Map.of("dish_id", 1, "quantity", 0), 400, "VALIDATION_FAILED");
        refused(Map.of("dish_id", 1, "quantity", "2"), 400, "VALIDATION_FAILED");
        refused(Map.of("dish_id", 1, "quantity", 1.5), 400, "VALIDATION_FAILED");
        refused(Map.of("dish_id", 1, "quantity", 1, "unit_price_cents", 1), 400, "VALIDATION_FAILED");
        as(Role.WAITER)
                .body(Map.of("table_id", 1, "items", List.of(Map.of("dish_id", 1, "quantity", 0))))
                .post("/api/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("items[0].quantity"));
        as(Role.WAITER)
                .body(Map.of("service_mode", "TAKEAWAY", "items", List.of()))
                .post("/api/orders")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("items"));
        as(Role.WAITER)
                .body(Map.of("service_mode", "DRIVE_IN", "items", List.of(item(1, 1))))
                .post("/api/orders")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("TAKEAWAY"));
        as(Role.WAITER)
                .body("{\"table_id\": 1,")
                .post("/api/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Role.WAITER).body("").post("/api/orders").then().statusCode(400).contentType("application/problem+json");
        as(Role.WAITER)
                .contentType("text/plain")
                .body("x")
                .post("/api/orders")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as(Role.WAITER)
                .body("{\"note\": \"" + "x".repeat(300_000) + "\"}")
                .post("/api/orders")
                .then()
                .statusCode(413)
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
        as(Role.WAITER).delete("/api/orders").then().statusCode(405).contentType("application/problem+json");
        as(Role.WAITER).get("/api/orders/abc").then().statusCode(404).contentType("application/problem+json");
        as(Role.WAITER).get("/api/orders?status=OPENED").then().statusCode(400).contentType("application/problem+json");
        as(Role.WAITER).get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void otherRestaurantsOrdersDoNotExist() {
        long order = place(dinner(6)).getLong("order_id");
        String other = "Bearer " + TestTokens.token(Role.MANAGER, TestTokens.OTHER_RESTAURANT);

        given().header("Authorization", other)
                .get("/api/orders/" + order)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        given().header("Authorization", other)
                .contentType(ContentType.JSON)
                .body(Map.of("items", List.of(item(1, 1))))
                .post("/api/orders/" + order + "/items")
                .then()
                .statusCode(404);
        given().header("Authorization", other).get("/api/orders").then().body("data.order_id", not(hasItem((int)
                order)));
        as(Role.WAITER)
                .body(Map.of("table_id", 101, "items", List.of(item(1, 1))))
                .post("/api/orders")
                .then()
                .statusCode(404);
        as(Role.KITCHEN)
                .body(dinner(1))
                .post("/api/orders")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        given().get("/api/orders")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("errors", nullValue());
    }

    @Test
    void whoNamesAnotherRestaurantsOrderDoesNotWaitForWhomeverChangesIt() throws Exception {
        String path = "/api/orders/" + place(dinner(6)).getLong("order_id");
        RequestSpecification stranger = given().header(
                        "Authorization", "Bearer " + TestTokens.token(Role.MANAGER, TestTokens.OTHER_RESTAURANT))
                .contentType(ContentType.JSON)
                .body(Map.of("covers", 3));
        try (Connection held = Backends.database()) {
            held.setAutoCommit(false);
            held.createStatement().execute("SELECT 1 FROM orders FOR UPDATE");
            CompletableFuture<Response> ours = CompletableFuture.supplyAsync(
                    () -> as(Role.WAITER).body(Map.of("covers", 3)).put(path));
            await().until(OrderTest::somebodyWaitsForARow);

            stranger.put(path).then().statusCode(404);

            held.rollback();
            ours.join().then().statusCode(200);
        }
    }

    private static boolean somebodyWaitsForARow() throws SQLException {
        try (Connection database = Backends.database();
                var waiting = database.createStatement()
                        .executeQuery("SELECT FROM pg_locks WHERE NOT granted AND locktype <> 'advisory'")) {
            return waiting.next();
        }
    }

    /** As the event of a change would: the copy is looked at again by the next order. */
    private void carteIsNoticed() {
        cartes.onEvent(new StreamEvent(
                "1-1",
                "menu-1",
                "menu.changed",
                1,
                "",
                Set.of("menu"),
                "{\"version\": 999999}",
                new Origin(null, null)));
    }

    private static void refused(Map<String, Object> item, int status, String code) {
        as(Role.WAITER)
                .body(Map.of("table_id", 1, "additional", true, "items", List.of(item)))
                .post("/api/orders")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static long orders() throws SQLException {
        try (Connection database = Backends.database();
                var count = database.createStatement().executeQuery("SELECT count(*) FROM orders")) {
            count.next();
            return count.getLong(1);
        }
    }
}
