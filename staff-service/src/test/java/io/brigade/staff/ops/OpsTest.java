package io.brigade.staff.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The summary without Prometheus: this service is asked for its meters, and an orders-service that is away. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpsTest {

    @Test
    void tellsTrafficLatencyAndWhoIsAway() {
        summary(Role.MANAGER);
        for (int i = 0; i < 20; i++) {
            given().get("/api/staff").then().statusCode(401);
        }

        JsonPath figures = await().pollInterval(Duration.ofMillis(500))
                .until( // one summary serves all who ask within two seconds
                        () -> summary(Role.ADMIN)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        read -> read.getDouble("requests_per_second") > 0);

        assertThat(figures.getString("source")).isEqualTo("INSTANCES");
        assertThat(figures.getList("services.service")).containsExactly("orders", "staff");
        assertThat(figures.getList("services.up")).containsExactly(0, 1);
        assertThat(figures.getList("services.expected")).containsExactly(1, 1);
        assertThat(figures.getDouble("requests_per_second")).isPositive();
        assertThat(figures.getDouble("p95_ms")).isPositive();
        assertThat(figures.getDouble("error_rate_percent")).isZero();
        assertThat(figures.getInt("outbox_pending")).isZero();
        assertThat(figures.<Object>get("open_orders")).isNull();
        assertThat(figures.<Object>get("last_closing_at")).isNull();
    }

    @Test
    void isForManagersAndAdmins() {
        summary(Role.WAITER).then().statusCode(403);
        given().get("/api/ops/summary").then().statusCode(401);
    }

    private static Response summary(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).get("/api/ops/summary");
    }
}
