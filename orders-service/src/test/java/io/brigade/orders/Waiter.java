package io.brigade.orders;

import static io.restassured.RestAssured.given;

import io.brigade.platform.fixture.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** What tests of orders-service say over HTTP. */
public final class Waiter {

    private Waiter() {}

    /** A request of somebody with this role. */
    public static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }

    /** A line. */
    public static Map<String, Object> item(int dishId, int quantity, Integer... options) {
        return Map.of("dish_id", dishId, "quantity", quantity, "options", List.of(options));
    }

    /** An order of two soups, a rare steak with gratin and a glass of wine: 1900 + 2900 + 650. */
    public static Map<String, Object> dinner(int tableId) {
        return Map.of(
                "table_id",
                tableId,
                "additional",
                true,
                "covers",
                2,
                "items",
                List.of(
                        item(MenuStandIn.SOUP, 2),
                        item(MenuStandIn.STEAK, 1, MenuStandIn.RARE, MenuStandIn.GRATIN),
                        item(MenuStandIn.WINE, 1)));
    }

    /** Places an order. */
    public static JsonPath place(Object order) {
        return as("WAITER")
                .body(order)
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** An order of these items on that table, a further one if there is one. */
    public static Map<String, Object> order(int tableId, Object... items) {
        return Map.of("table_id", tableId, "additional", true, "items", List.of(items));
    }

    /** The order as it is. */
    public static JsonPath get(long orderId) {
        return as("WAITER")
                .get("/api/orders/" + orderId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A change of an order by somebody with that role, which must answer that. */
    public static JsonPath change(String role, Object orderId, String what, Object body, int expectedStatus) {
        return as(role).body(body)
                .post("/api/orders/" + orderId + "/" + what)
                .then()
                .statusCode(expectedStatus)
                .extract()
                .jsonPath();
    }

    /** Moves an item as the kitchen does. */
    public static void move(long itemId, String state, int expectedStatus) {
        as("KITCHEN")
                .body(Map.of("state", state))
                .post("/api/kitchen/items/" + itemId + "/state")
                .then()
                .statusCode(expectedStatus);
    }
}
