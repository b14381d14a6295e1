package io.brigade.staff.restaurant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpeningTest {

    private static final String SECRET = "secret-of-the-tests";

    @Test
    void theAdminOfAnOpenedRestaurantSignsInAndLetsOthersIn() {
        int id = open(halles("73282932000074", "9101"))
                .statusCode(201)
                .body("name", equalTo("Bistrot des Halles"))
                .body("siret", equalTo("73282932000074"))
                .body("discount_limit_bp", equalTo(1000))
                .extract()
                .path("restaurant_id");

        String token = signIn("9101", "4821").statusCode(200).extract().path("access_token");
        RequestSpecification louise = given().auth().oauth2(token).contentType(ContentType.JSON);
        louise.get("/api/restaurants/" + id)
                .then()
                .statusCode(200)
                .body("time_zone", equalTo("Europe/Paris"))
                .body("version", equalTo(0));
        louise.body(Map.of("staff_code", "9102", "pin", "5678", "name", "Ali", "roles", List.of("WAITER")))
                .post("/api/staff")
                .then()
                .statusCode(201);
        signIn("9102", "5678").statusCode(200);
        louise.get("/api/staff").then().body("data.staff_code", contains("9101", "9102"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "secret-of-the-test", "SECRET-OF-THE-TESTS"})
    void withoutTheSecretNothingIsOpened(String secret) {
        Map<String, Object> body = halles("55208131766522", "9103");
        RequestSpecification request = given().contentType(ContentType.JSON).body(body);
        if (secret != null) {
            request.header("Setup-Secret", secret);
        }
        request.post("/api/restaurants").then().statusCode(403).body("code", equalTo("SETUP_REFUSED"));
        given().auth()
                .oauth2(TestTokens.token(Role.ADMIN, TestTokens.RESTAURANT))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/restaurants")
                .then()
                .statusCode(403)
                .body("code", equalTo("SETUP_REFUSED"));

        signIn("9103", "4821").statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "siret, 73282932000075",
        "siret, 7328293200007",
        "currency, EUX",
        "time_zone, Europe/Lyon",
        "day_cutoff_hour, 13",
        "name, ' '",
        "admin, ''",
        "discount_limit_bp, 1000"
    })
    void whatWouldStayForGoodIsChecked(String field, String value) {
        Map<String, Object> body = halles("73282932000074", "9104");
        body.put(field, value);

        open(body).statusCode(400);

        signIn("9104", "4821").statusCode(401);
    }

    @Test
    void aRestaurantAndACodeAreThereOnlyOnce() {
        open(halles("40483304800022", "9105")).statusCode(201);

        open(halles("40483304800022", "9106")).statusCode(409).body("code", equalTo("RESTAURANT_EXISTS"));
        open(halles("38012986643097", "9105")).statusCode(409).body("code", equalTo("STAFF_CODE_TAKEN"));
        // Nothing is left of a refused one.
        open(halles("38012986643097", "9106")).statusCode(201);
    }

    @Test
    void atOnceItIsOpenedOnce() {
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(
                        i -> open(halles("44306184100047", "911" + i)).extract().statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void oneIdempotencyKeyOpensOneRestaurant() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = halles("55210055400013", "9107");
        String first = asOperator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/restaurants")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        asOperator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/restaurants")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        body.put("admin", Map.of("staff_code", "9107", "pin", "9999", "name", "Louise"));
        asOperator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/restaurants")
                .then()
                .statusCode(422);
    }

    @Test
    void whoOverseesItSeesItNextToTheirOwn() {
        Map<String, Object> body = halles("35600000049837", "9108");
        body.put("overseen_by", List.of("4001"));
        int id = open(body).statusCode(201).extract().path("restaurant_id");

        String sophie = signIn("4001", "8462").extract().path("access_token");
        given().auth().oauth2(sophie).get("/api/restaurants").then().body("data.restaurant_id", hasItem(id));

        Map<String, Object> nobodys = halles("82112131400032", "9109");
        nobodys.put("overseen_by", List.of("4001", "ZZ99"));
        open(nobodys).statusCode(400).body("errors[0].field", equalTo("overseen_by"));
        signIn("9109", "4821").statusCode(401);
    }

    private static Map<String, Object> halles(String siret, String adminsCode) {
        return new HashMap<>(Map.of(
                "name",
                "Bistrot des Halles",
                "legal_name",
                "Bistrot des Halles SAS",
                "siret",
                siret,
                "address",
                "102 cours Lafayette, 69003 Lyon",
                "currency",
                "EUR",
                "time_zone",
                "Europe/Paris",
                "day_cutoff_hour",
                5,
                "admin",
                Map.of("staff_code", adminsCode, "pin", "4821", "name", "Louise")));
    }

    private static ValidatableResponse open(Map<String, Object> body) {
        return asOperator().body(body).post("/api/restaurants").then();
    }

    private static RequestSpecification asOperator() {
        return given().contentType(ContentType.JSON).header("Setup-Secret", SECRET);
    }

    private static ValidatableResponse signIn(String code, String pin) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", code, "pin", pin))
                .post("/api/auth/token")
                .then();
    }
}
