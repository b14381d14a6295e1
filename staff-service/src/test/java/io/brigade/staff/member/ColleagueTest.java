package io.brigade.staff.member;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ColleagueTest {

    @ParameterizedTest
    @ValueSource(strings = {Role.WAITER, Role.CASHIER, Role.KITCHEN, Role.MANAGER, Role.ADMIN})
    void everybodySeesWhoWorksHereAndNothingThatSignsIn(String role) {
        as(role).get("/api/staff/colleagues")
                .then()
                .statusCode(200)
                .body("data.staff_id", hasItems(101, 105))
                .body("data.staff_id", not(hasItem(201)))
                .body("data[0].staff_code", nullValue())
                .body("data[0].keySet()", not(hasItem("staff_code")));
        as(role).get("/api/staff/colleagues/101")
                .then()
                .statusCode(200)
                .body("staff_id", equalTo(101))
                .body("name", equalTo("Camille"))
                .body("roles", contains("WAITER"));
    }

    @Test
    void whoDoesNotWorkHereIsNotFound() {
        Map<String, Object> leaver =
                Map.of("staff_code", "1066", "pin", "5678", "name", "Luc", "roles", List.of("WAITER"));
        int id = as(Role.ADMIN)
                .body(leaver)
                .post("/api/staff")
                .then()
                .statusCode(201)
                .extract()
                .path("staff_id");
        as(Role.WAITER).get("/api/staff/colleagues/" + id).then().statusCode(200);

        as(Role.ADMIN)
                .body(Map.of("name", "Luc", "roles", List.of("WAITER"), "active", false))
                .put("/api/staff/" + id)
                .then()
                .statusCode(200);

        as(Role.WAITER).get("/api/staff/colleagues/" + id).then().statusCode(404);
        as(Role.WAITER).get("/api/staff/colleagues").then().body("data.staff_id", not(hasItem(id)));
        as(Role.WAITER).get("/api/staff/colleagues/201").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(Role.WAITER).get("/api/staff/colleagues/99999").then().statusCode(404);
    }

    @Test
    void pagesFollowTheCursor() {
        String cursor = as(Role.WAITER)
                .get("/api/staff/colleagues?limit=1")
                .then()
                .statusCode(200)
                .body("data.staff_id", contains(101))
                .extract()
                .path("next_cursor");

        as(Role.WAITER)
                .get("/api/staff/colleagues?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("data.staff_id", contains(102));
    }

    @Test
    void nobodySeesThemWithoutAToken() {
        given().get("/api/staff/colleagues").then().statusCode(401);
        given().get("/api/staff/colleagues/101").then().statusCode(401);
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }
}
