package io.brigade.staff.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In the other restaurant, whose first admin each test makes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LastAdminTest {

    private static final String ADMIN = "Bearer " + TestTokens.token(Role.ADMIN, TestTokens.OTHER_RESTAURANT);

    @Test
    void theLastAdminIsNeitherDisabledNorDemoted() {
        int only = add("8001");

        change(only, List.of("ADMIN"), false).then().statusCode(409).body("code", equalTo("LAST_ADMIN"));
        change(only, List.of("MANAGER"), true).then().statusCode(409).body("code", equalTo("LAST_ADMIN"));
        change(only, List.of("ADMIN", "MANAGER"), true).then().statusCode(200);

        int second = add("8002");
        change(only, List.of("ADMIN"), false).then().statusCode(200);
        change(second, List.of("MANAGER"), true).then().statusCode(409);
        change(only, List.of("MANAGER"), false).then().statusCode(200); // is no admin that counts any more
        change(second, List.of("ADMIN"), true).then().statusCode(200);
        change(only, List.of("ADMIN"), true).then().statusCode(200);
        change(second, List.of("WAITER"), false).then().statusCode(200);
        leaveNone(only);
    }

    @Test
    void twoAdminsCanNotDismissEachOtherAtOnce() {
        for (int round = 0; round < 5; round++) {
            int one = add("81%02d".formatted(round));
            int other = add("82%02d".formatted(round));

            List<Integer> statuses = Stream.of(one, other)
                    .parallel()
                    .map(id -> change(id, List.of("ADMIN"), false).statusCode())
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(200, 409);
            leaveNone(one);
            leaveNone(other);
        }
    }

    private static int add(String code) {
        return given().header("Authorization", ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("staff_code", code, "pin", "5678", "name", "Admin " + code, "roles", List.of("ADMIN")))
                .post("/api/staff")
                .then()
                .statusCode(201)
                .extract()
                .path("staff_id");
    }

    private static Response change(int staffId, List<String> roles, boolean active) {
        return given().header("Authorization", ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Admin", "roles", roles, "active", active))
                .put("/api/staff/" + staffId);
    }

    private static void leaveNone(int staffId) {
        try (var database = Backends.database();
                var statement =
                        database.prepareStatement("UPDATE staff_members SET active = false WHERE staff_id = ?")) {
            statement.setInt(1, staffId);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
