package io.brigade.staff.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StaffTest {

    @Inject
    ObjectMapper json;

    @Inject
    Pool pool;

    private static final Map<String, Object> JEANNE =
            Map.of("staff_code", "1077", "pin", "5678", "name", "Jeanne", "roles", List.of("WAITER"));

    @Test
    void addedPersonSignsInAndAChangeOfPinEndsTheOldOne() {
        int id = as(Role.ADMIN)
                .body(JEANNE)
                .post("/api/staff")
                .then()
                .statusCode(201)
                .extract()
                .path("staff_id");
        given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", "1077", "pin", "5678"))
                .post("/api/auth/token")
                .then()
                .statusCode(200);

        Map<String, Object> change =
                Map.of("name", "Jeanne", "roles", List.of("CASHIER"), "active", true, "pin", "8765");
        as(Role.ADMIN)
                .header("If-Match", "\"v0\"")
                .body(change)
                .put("/api/staff/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        as(Role.ADMIN)
                .header("If-Match", "\"v0\"")
                .body(change)
                .put("/api/staff/" + id)
                .then()
                .statusCode(412)
                .body("current.version", equalTo(1));

        given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", "1077", "pin", "5678"))
                .post("/api/auth/token")
                .then()
                .statusCode(401);
        as(Role.ADMIN).body(JEANNE).post("/api/staff").then().statusCode(409).body("code", equalTo("STAFF_CODE_TAKEN"));
    }

    @Test
    void oneIdempotencyKeyAddsOnePerson() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> person =
                Map.of("staff_code", "1088", "pin", "5678", "name", "Paul", "roles", List.of("WAITER"));
        String first = as(Role.ADMIN)
                .header("Idempotency-Key", key)
                .body(person)
                .post("/api/staff")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .asString();

        as(Role.ADMIN)
                .header("Idempotency-Key", key)
                .body(person)
                .post("/api/staff")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        as(Role.ADMIN)
                .header("Idempotency-Key", key)
                .body(JEANNE)
                .post("/api/staff")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        as(Role.ADMIN)
                .header("Idempotency-Key", "no spaces please")
                .body(JEANNE)
                .post("/api/staff")
                .then()
                .statusCode(400);
    }

    /** Ten thousand PINs are tried in no time: what is kept of a request must not tell which one is right. */
    @Test
    void whatIsKeptOfARequestGivesNoPinAway() throws Exception {
        NewStaffMember person = new NewStaffMember("1566", "5678", "Rose", Set.of(StaffRole.WAITER));
        as(Role.ADMIN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(json.writeValueAsString(person))
                .post("/api/staff")
                .then()
                .statusCode(201);

        byte[] plain = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(person));
        long found = pool.preparedQuery("SELECT count(*) FROM idempotency_records WHERE request_hash = $1")
                .execute(Tuple.of(Buffer.buffer(plain)))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(found).isZero();
    }

    @Test
    void oneCodeGoesToOnePersonEvenWhenAskedForAtOnce() {
        Map<String, Object> person =
                Map.of("staff_code", "1099", "pin", "5678", "name", "Zoé", "roles", List.of("WAITER"));

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> as(Role.ADMIN).body(person).post("/api/staff").statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void changesOfOnePersonAtOnceTakeTurns() {
        Map<String, Object> change = Map.of("name", "Hugo", "roles", List.of("WAITER", "CASHIER"), "active", true);

        assertThat(IntStream.range(0, 8).parallel().map(_ -> as(Role.ADMIN)
                        .body(change)
                        .put("/api/staff/102")
                        .statusCode()))
                .containsOnly(200);
    }

    @Test
    void onlyOnesOwnRestaurantIsSeen() {
        as(Role.MANAGER).get("/api/staff").then().statusCode(200).body("data.staff_id", everyItem(not(equalTo(201))));
        as(Role.MANAGER).get("/api/staff/201").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(Role.MANAGER).get("/api/restaurants/1").then().statusCode(200).body("name", equalTo("Brasserie du Marché"));
        as(Role.MANAGER).get("/api/restaurants/2").then().statusCode(404);
    }

    @Test
    void pagesFollowTheCursor() {
        var first = as(Role.MANAGER)
                .get("/api/staff?limit=2")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(2))
                .body("next_cursor", notNullValue());
        String cursor = first.extract().path("next_cursor");
        as(Role.MANAGER)
                .get("/api/staff?limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("data.staff_id", hasItem(103));
        as(Role.MANAGER).get("/api/staff?cursor=%21").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        as(Role.MANAGER).get("/api/staff?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    @Test
    void rolesAreKept() {
        as(Role.WAITER).get("/api/staff").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        as(Role.MANAGER).body(JEANNE).post("/api/staff").then().statusCode(403);
        given().get("/api/staff").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }
}
