package io.brigade.staff.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Antoine, the demo's admin of restaurant 1, oversees restaurant 2. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OversightTest {

    private static final int ANTOINE = 106;
    private static final int SOPHIE = 105;

    @AfterEach
    void putBack() {
        execute("UPDATE staff_members SET oversees = CASE staff_id WHEN 106 THEN '2' ELSE '' END");
    }

    @Test
    void whoOverseesARestaurantHasItInTheTokenAndNobodyElseHasTheClaim() {
        assertThat(claimsOf("9001", "9357").getList("restaurant_ids", Long.class))
                .containsExactly(1L, 2L);
        assertThat(claimsOf("4001", "8462").getMap("").keySet()).doesNotContain("restaurant_ids");
    }

    @Test
    void whatIsGrantedIsInTheNextTokenAndWhatIsTakenAwayIsNot() {
        change(SOPHIE, Map.of("oversees", List.of(2))).then().statusCode(200).body("oversees", contains(2));
        assertThat(claimsOf("4001", "8462").getList("restaurant_ids", Long.class))
                .containsExactly(1L, 2L);

        String refresh = signIn("4001", "8462").path("refresh_token");
        execute("UPDATE staff_members SET oversees = '' WHERE staff_id = " + SOPHIE);
        String renewed = given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", refresh))
                .post("/api/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        assertThat(claims(renewed).getMap("").keySet()).doesNotContain("restaurant_ids");
    }

    @Test
    void aChangeThatDoesNotNameThemLeavesThem() {
        change(ANTOINE, Map.of()).then().statusCode(200).body("oversees", contains(2));
        change(ANTOINE, Map.of("oversees", List.of())).then().statusCode(200).body("oversees", empty());
    }

    @Test
    void aGrantAloneIsAChangeOfThePerson() {
        int version = member(SOPHIE).path("version");

        change(SOPHIE, Map.of("oversees", List.of(2))).then().body("version", equalTo(version + 1));
    }

    @Test
    void nobodyGrantsWhatTheyDoNotOversee() {
        change(SOPHIE, Map.of("oversees", List.of(2, 3)))
                .then()
                .statusCode(403)
                .body("code", equalTo("RESTAURANT_NOT_OVERSEEN"));
        change(SOPHIE, Map.of("oversees", List.of(1)))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("oversees"));
        change(SOPHIE, Map.of("oversees", List.of(-2))).then().statusCode(400);

        member(SOPHIE).then().body("oversees", empty());
    }

    @Test
    void aTokenFromBeforeTheEndOfTheirOversightGrantsNothing() {
        execute("UPDATE staff_members SET oversees = '' WHERE staff_id = " + ANTOINE);

        change(ANTOINE, Map.of("oversees", List.of(2)))
                .then()
                .statusCode(403)
                .body("code", equalTo("RESTAURANT_NOT_OVERSEEN"));
    }

    @Test
    void theRestaurantsOfAGroupAreListedToWhoeverOverseesThem() {
        antoine()
                .get("/api/restaurants?limit=200")
                .then()
                .statusCode(200)
                .body("data.restaurant_id", contains(1, 2))
                .body("data[1].name", equalTo("Bistrot de la Gare"))
                .body("next_cursor", nullValue());
        given().header("Authorization", TestTokens.bearer(Role.MANAGER))
                .get("/api/restaurants")
                .then()
                .statusCode(200)
                .body("data.restaurant_id", contains(1));
        given().header("Authorization", TestTokens.bearer(Role.WAITER))
                .get("/api/restaurants")
                .then()
                .statusCode(403);
        antoine().get("/api/restaurants/2").then().statusCode(404);
    }

    private static Response change(int staffId, Map<String, Object> parts) {
        JsonPath now = member(staffId).jsonPath();
        Map<String, Object> change =
                new HashMap<>(Map.of("name", now.getString("name"), "roles", now.getList("roles"), "active", true));
        change.putAll(parts);
        return antoine().body(change).put("/api/staff/" + staffId);
    }

    private static Response member(int staffId) {
        return antoine().get("/api/staff/" + staffId);
    }

    private static RequestSpecification antoine() {
        String token = TestTokens.sign(TestTokens.claims(Role.ADMIN, TestTokens.RESTAURANT)
                .subject(Integer.toString(ANTOINE))
                .claim("restaurant_ids", List.of(1, 2)));
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static JsonPath claimsOf(String code, String pin) {
        return claims(signIn(code, pin).path("access_token"));
    }

    private static Response signIn(String code, String pin) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", code, "pin", pin))
                .post("/api/auth/token");
    }

    private static JsonPath claims(String token) {
        return new JsonPath(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private static void execute(String sql) {
        try (var database = Backends.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
