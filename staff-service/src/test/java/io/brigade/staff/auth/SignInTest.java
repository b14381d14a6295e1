package io.brigade.staff.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import io.brigade.platform.fixture.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SignInTest {

    @BeforeEach
    void unlockEverybody() throws SQLException {
        try (Connection database = Backends.database();
                var statement = database.createStatement()) {
            statement.execute("UPDATE staff_members SET failed_attempts = 0, locked_until = NULL");
        }
    }

    @Test
    void rightCodeAndPinGiveTokensThatOpenDoors() {
        String token = signIn("4001", "8462")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("staff.name", equalTo("Sophie"))
                .body("staff.roles", contains("MANAGER"))
                .body("staff.restaurant_id", equalTo(1))
                .extract()
                .path("access_token");

        given().auth().oauth2(token).get("/api/staff").then().statusCode(200).body("data.size()", equalTo(6));
    }

    @Test
    void wrongPinAndUnknownCodeGetTheSameAnswer() {
        for (String code : List.of("1001", "7777")) {
            signIn(code, "0000")
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("code", equalTo("SIGN_IN_REFUSED"))
                    .body("type", equalTo("/problems/sign-in-refused"))
                    .body("instance", equalTo("/api/auth/token"))
                    .body("trace_id", notNullValue());
        }
    }

    @Test
    void threeWrongPinsLockTheCodeLongerEachTimeEvenForTheRightPin() throws SQLException {
        IntStream.range(0, 3).forEach(_ -> signIn("1002", "0000").statusCode(401));

        signIn("1002", "7395")
                .statusCode(429)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("SIGN_IN_LOCKED"));

        try (Connection database = Backends.database();
                var statement = database.createStatement()) {
            statement.execute("UPDATE staff_members SET locked_until = now() WHERE staff_code = '1002'");
        }
        signIn("1002", "0000").statusCode(401);
        signIn("1002", "7395").statusCode(429).header("Retry-After", equalTo("10"));
    }

    @Test
    void manyGuessesAtOnceGetNoMoreTriesThanOneAfterAnother() {
        List<Integer> statuses = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> signIn("2001", "%04d".formatted(i)).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(3);
    }

    @Test
    void refreshTokenWorksOnceAndItsSecondUseEndsTheWholeFamily() {
        String first = signIn("1001", "4821").extract().path("refresh_token");
        String second = refresh(first).then().statusCode(200).extract().path("refresh_token");

        refresh(first).then().statusCode(401).body("code", equalTo("REFRESH_TOKEN_REFUSED"));
        refresh(second).then().statusCode(401);
    }

    @Test
    void malformedSignInsAreRefusedByField() {
        signIn("1001", "12").statusCode(400).body("errors[0].field", equalTo("pin"));
        post(Map.of("staff_code", "1001")).then().statusCode(400).body("errors[0].field", equalTo("pin"));
        post(Map.of("staff_code", "1001", "pin", 4821)).then().statusCode(400).body("errors[0].field", equalTo("pin"));
        post(Map.of("staff_cod", "1001"))
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("is not known here"));
    }

    @Test
    void neitherPinNorRefreshTokenIsStoredReadably() throws SQLException {
        String refreshToken = signIn("9001", "9357").extract().path("refresh_token");

        try (Connection database = Backends.database();
                var found =
                        database.createStatement().executeQuery("""
                        SELECT (SELECT count(*) FROM staff_members WHERE pin_hash NOT LIKE '$2a$%') AS readable_pins,
                               (SELECT count(*) FROM refresh_tokens WHERE encode(token_hash, 'escape') LIKE '%' || '""" + refreshToken + "' || '%') AS readable_tokens")) {
            found.next();
            assertThat(found.getInt("readable_pins")).isZero();
            assertThat(found.getInt("readable_tokens")).isZero();
        }
    }

    @Test
    void aSignInIsToldToOthersWithoutThePinAndARefreshIsNot() throws SQLException {
        String refreshToken = signIn("9001", "9357").statusCode(200).extract().path("refresh_token");
        long told = toldSignIns();
        refresh(refreshToken).then().statusCode(200);

        assertThat(toldSignIns()).isEqualTo(told).isPositive();
        try (Connection database = Backends.database();
                var found = database.createStatement()
                        .executeQuery("SELECT data::json #>> '{seller,siret}' AS siret, data FROM outbox"
                                + " WHERE type = 'staff.signed_in' ORDER BY xid DESC, seq DESC LIMIT 1")) {
            found.next();
            assertThat(found.getString("siret")).matches("[0-9]{14}");
            assertThat(found.getString("data"))
                    .contains("\"staff_id\"", "\"name\"")
                    .doesNotContain("9357");
        }
    }

    private static long toldSignIns() throws SQLException {
        try (Connection database = Backends.database();
                var found = database.createStatement()
                        .executeQuery("SELECT count(*) FROM outbox WHERE type = 'staff.signed_in'")) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    void publicKeysAreServed() {
        given().get("/.well-known/jwks.json").then().statusCode(200).body("keys.size()", greaterThan(0));
    }

    private static ValidatableResponse signIn(String code, String pin) {
        return post(Map.of("staff_code", code, "pin", pin)).then();
    }

    private static Response refresh(String token) {
        return post(Map.of("refresh_token", token));
    }

    private static Response post(Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/auth/token");
    }
}
