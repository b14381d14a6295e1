package io.brigade.staff.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SessionTest {

    private static final String COOKIE = "__Secure-brigade-session";

    @BeforeEach
    void unlockEverybody() throws SQLException {
        execute("UPDATE staff_members SET failed_attempts = 0, locked_until = NULL");
    }

    @Test
    void signingInGivesAnAccessTokenAndACookieThatNoScriptReads() {
        Response signedIn = signIn();

        signedIn.then()
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("staff.name", equalTo("Camille"))
                .body("staff.roles", contains("WAITER"))
                .body("access_token", notNullValue())
                .body("refresh_token", nullValue());
        Cookie cookie = signedIn.detailedCookie(COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/api/auth/session");
        assertThat(cookie.getMaxAge()).isEqualTo(57_600);
    }

    @Test
    void theCookieRenewsTheSessionAndIsReplaced() {
        String first = signIn().cookie(COOKIE);

        Response renewed = renew(first);

        renewed.then().statusCode(200).body("staff.staff_id", notNullValue());
        assertThat(renewed.cookie(COOKIE)).isNotEqualTo(first);
        given().auth()
                .oauth2(renewed.path("access_token"))
                .get("/api/staff/colleagues")
                .then()
                .statusCode(200);
    }

    @Test
    void twoTabsThatRenewAtOnceGetTheSameCookieAndStaySignedIn() {
        String first = signIn().cookie(COOKIE);

        List<Response> renewed =
                IntStream.range(0, 4).parallel().mapToObj(_ -> renew(first)).toList();

        assertThat(renewed).extracting(Response::statusCode).containsOnly(200);
        assertThat(renewed.stream().map(answer -> answer.cookie(COOKIE)).distinct())
                .hasSize(1);
        assertThat(renew(renewed.getFirst().cookie(COOKIE)).statusCode()).isEqualTo(200);
    }

    @Test
    void aUsedCookieIsRefusedOnceItsSuccessorIsUsedAndEndsTheSession() {
        String first = signIn().cookie(COOKIE);
        String second = renew(first).cookie(COOKIE);
        String third = renew(second).cookie(COOKIE);

        renew(first).then().statusCode(401).body("code", equalTo("REFRESH_TOKEN_REFUSED"));

        assertThat(renew(third).statusCode()).isEqualTo(401);
    }

    @Test
    void aUsedCookieIsRefusedAfterTwoMinutesAndEndsTheSession() throws SQLException {
        String first = signIn().cookie(COOKIE);
        String second = renew(first).cookie(COOKIE);
        execute("UPDATE refresh_tokens SET used_at = used_at - interval '121 seconds' WHERE used_at IS NOT NULL");

        assertThat(renew(first).statusCode()).isEqualTo(401);
        assertThat(renew(second).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfADeviceIsNotForgivenASecondUseOutsideOfASession() {
        String cookie = signIn().cookie(COOKIE);
        assertThat(renew(cookie).statusCode()).isEqualTo(200);

        given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", cookie))
                .post("/api/auth/token")
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutEndsThisBrowsersSessionAlone() {
        String other = signIn().cookie(COOKIE);
        String ended = signIn().cookie(COOKIE);

        Response out = ownPage().cookie(COOKIE, ended).delete("/api/auth/session");

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.detailedCookie(COOKIE).getMaxAge()).isZero();
        assertThat(renew(ended).statusCode()).isEqualTo(401);
        assertThat(renew(other).statusCode()).isEqualTo(200);
        assertThat(ownPage().delete("/api/auth/session").statusCode())
                .as("already out")
                .isEqualTo(204);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfThePerson() {
        String one = signIn().cookie(COOKIE);
        Response other = signIn();

        given().auth()
                .oauth2(other.path("access_token"))
                .delete("/api/auth/sessions")
                .then()
                .statusCode(204);

        assertThat(renew(one).statusCode()).isEqualTo(401);
        assertThat(renew(other.cookie(COOKIE)).statusCode()).isEqualTo(401);
        given().delete("/api/auth/sessions").then().statusCode(401);
    }

    @Test
    void pagesOfOtherSitesAreRefusedAndTheSessionStays() {
        String cookie = signIn().cookie(COOKIE);

        for (RequestSpecification foreign : List.of(
                given(),
                given().header("Origin", "https://evil.example"),
                given().header("Origin", "null"),
                given().header("Origin", ownOrigin() + "0"),
                given().header("Origin", "no origin at all"))) {
            foreign.cookie(COOKIE, cookie)
                    .post("/api/auth/session/renew")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("FORBIDDEN"));
        }
        given().delete("/api/auth/session").then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", "1001", "pin", "4821"))
                .post("/api/auth/session")
                .then()
                .statusCode(403);
        assertThat(renew(cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutACookieOrWithAnInventedOneThereIsNothingToRenew() {
        for (RequestSpecification asked : List.of(ownPage(), ownPage().cookie(COOKIE, "x"))) {
            asked.post("/api/auth/session/renew").then().statusCode(401).body("code", equalTo("REFRESH_TOKEN_REFUSED"));
        }
    }

    @Test
    void wrongPinsLockTheCodeHereToo() {
        IntStream.range(0, 3).forEach(_ -> session("1002", "0000").then().statusCode(401));

        session("1002", "7395").then().statusCode(429).header("Retry-After", equalTo("5"));
        session("1002", "12").then().statusCode(400).body("errors[0].field", equalTo("pin"));
    }

    @Test
    void theSuccessorIsNotReadableInTheDatabase() throws SQLException {
        String first = signIn().cookie(COOKIE);
        RefreshToken second = new RefreshToken(renew(first).cookie(COOKIE));

        try (Connection database = Backends.database();
                var query =
                        database.prepareStatement("SELECT successor_sealed FROM refresh_tokens WHERE token_hash = ?")) {
            query.setBytes(1, new RefreshToken(first).hash());
            var found = query.executeQuery();
            assertThat(found.next()).isTrue();
            byte[] sealed = found.getBytes(1);
            assertThat(new RefreshToken(first).open(sealed)).isEqualTo(second);
            assertThat(second.open(sealed)).isNotEqualTo(second);
        }
    }

    private static Response signIn() {
        Response signedIn = session("1001", "4821");
        signedIn.then().statusCode(200);
        return signedIn;
    }

    private static Response session(String code, String pin) {
        return ownPage()
                .contentType(ContentType.JSON)
                .body(Map.of("staff_code", code, "pin", pin))
                .post("/api/auth/session");
    }

    private static Response renew(String cookie) {
        return ownPage().cookie(COOKIE, cookie).post("/api/auth/session/renew");
    }

    private static RequestSpecification ownPage() {
        return given().header("Origin", ownOrigin());
    }

    private static String ownOrigin() {
        return "http://localhost:" + RestAssured.port;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = Backends.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
