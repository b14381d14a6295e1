package io.brigade.staff.restaurant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RestaurantTest {

    private static final Map<String, Object> AS_IT_WAS = Map.of(
            "name", "Brasserie du Marché",
            "address", "12 quai Saint-Antoine, 69002 Lyon",
            "discount_limit_bp", 1000);

    @AfterEach
    void putBack() {
        change(Map.of()).then().statusCode(200);
    }

    @Test
    void aChangedDiscountLimitIsInTheNextToken() {
        assertThat(limitInTokenOf("1001", "4821")).isEqualTo(1000);

        change(Map.of("discount_limit_bp", 500)).then().statusCode(200).body("discount_limit_bp", equalTo(500));

        assertThat(limitInTokenOf("1001", "4821")).isEqualTo(500);
        as(Role.WAITER).get("/api/restaurants/1").then().statusCode(200).body("discount_limit_bp", equalTo(500));
    }

    @Test
    void aChangeKeepsWhatStandsOnFiscalDocuments() {
        change(Map.of("name", "Le Marché", "address", "1 place Bellecour, 69002 Lyon"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Le Marché"))
                .body("address", equalTo("1 place Bellecour, 69002 Lyon"))
                .body("legal_name", equalTo("Brasserie du Marché SAS"))
                .body("siret", equalTo("12345678200010"))
                .body("currency", equalTo("EUR"))
                .body("time_zone", equalTo("Europe/Paris"))
                .body("day_cutoff_hour", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"siret", "currency", "legal_name", "time_zone", "restaurant_id", "version"})
    void whatIsSetForGoodCanNotBeSent(String field) {
        change(Map.of(field, "1"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo("is not known here"));
    }

    @Test
    void senselessSettingsAreRefusedByField() {
        change(Map.of("discount_limit_bp", 10_001))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("discount_limit_bp"));
        change(Map.of("discount_limit_bp", -1))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("discount_limit_bp"));
        change(Map.of("name", " ")).then().statusCode(400).body("errors[0].field", equalTo("name"));
    }

    @Test
    void aChangeOfAnotherVersionIsRefusedWithTheCurrentState() {
        String tag = as(Role.ADMIN).get("/api/restaurants/1").then().extract().header("ETag");
        as(Role.ADMIN)
                .header("If-None-Match", tag)
                .get("/api/restaurants/1")
                .then()
                .statusCode(304);
        as(Role.ADMIN)
                .header("If-Match", tag)
                .body(with(Map.of("name", "Un")))
                .put("/api/restaurants/1")
                .then()
                .statusCode(200);

        as(Role.ADMIN)
                .header("If-Match", tag)
                .body(with(Map.of("name", "Deux")))
                .put("/api/restaurants/1")
                .then()
                .statusCode(412)
                .body("code", equalTo("VERSION_MISMATCH"))
                .body("current.name", equalTo("Un"));
    }

    @Test
    void oneIdempotencyKeyChangesOnce() {
        String key = UUID.randomUUID().toString();
        int version = keyed(key).statusCode(200).extract().path("version");
        change(Map.of("name", "Entre-temps")).then().statusCode(200);

        keyed(key).statusCode(200).header("Idempotency-Replayed", "true").body("version", equalTo(version));
        as(Role.ADMIN).get("/api/restaurants/1").then().body("name", equalTo("Entre-temps"));
    }

    @Test
    void onlyAdminsOfTheRestaurantChangeIt() {
        for (String role : new String[] {Role.WAITER, Role.CASHIER, Role.KITCHEN, Role.MANAGER}) {
            as(role).body(AS_IT_WAS).put("/api/restaurants/1").then().statusCode(403);
        }
        as(Role.ADMIN).body(AS_IT_WAS).put("/api/restaurants/2").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body(AS_IT_WAS)
                .put("/api/restaurants/1")
                .then()
                .statusCode(401);
    }

    private static int limitInTokenOf(String code, String pin) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", code, "pin", pin))
                .post("/api/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return JsonPath.from(claims).getInt("discount_limit_bp");
    }

    private static Response change(Map<String, Object> changes) {
        return as(Role.ADMIN).body(with(changes)).put("/api/restaurants/1");
    }

    private static ValidatableResponse keyed(String key) {
        return as(Role.ADMIN)
                .header("Idempotency-Key", key)
                .body(with(Map.of("name", "Une fois")))
                .put("/api/restaurants/1")
                .then();
    }

    private static Map<String, Object> with(Map<String, Object> changes) {
        Map<String, Object> request = new HashMap<>(AS_IT_WAS);
        request.putAll(changes);
        return request;
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }
}
