package io.brigade.orders.kitchen;

import static io.brigade.orders.Waiter.as;
import static io.restassured.RestAssured.given;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What tests of the kitchen say over HTTP, and what they do behind it. */
public final class Cook {

    private Cook() {}

    /** What a reading answers. */
    public static JsonPath get(String path) {
        return as(Role.KITCHEN)
                .get("/api/kitchen/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Sends something. */
    public static Response post(String path, Object body) {
        return as(Role.KITCHEN).body(body).post("/api/kitchen/" + path);
    }

    /** A cook of the other restaurant. */
    public static RequestSpecification stranger() {
        return given().header("Authorization", "Bearer " + TestTokens.token(Role.KITCHEN, TestTokens.OTHER_RESTAURANT))
                .contentType(ContentType.JSON);
    }

    /** Moves a ticket. */
    static Response moveTicket(long orderId, int course, String station, String state) {
        return post("tickets/state", Map.of("order_id", orderId, "course", course, "station", station, "state", state));
    }

    /** Items of an order, such as their states, in the order of their ids. */
    static <T> List<T> items(long orderId, String field, Class<T> type) {
        return as(Role.WAITER)
                .get("/api/orders/" + orderId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items." + field, type);
    }

    /** Time that no test waits for. */
    public static void sql(String statement) throws SQLException {
        try (Connection database = Backends.database();
                Statement running = database.createStatement()) {
            running.execute(statement);
        }
    }
}
