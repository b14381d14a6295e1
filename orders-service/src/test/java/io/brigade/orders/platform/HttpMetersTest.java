package io.brigade.orders.platform;

import static io.brigade.orders.Waiter.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.orders.OrdersBackend;
import io.brigade.platform.fixture.ManagementPort;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OrdersBackend
class HttpMetersTest {

    @Test
    void idsAndUnknownPathsAddNoSeries() {
        as(Role.WAITER).get("/api/orders/1");
        given().get("/api/unknown");
        long before = series();

        IntStream.range(0, 30).forEach(i -> {
            as(Role.WAITER).get("/api/orders/" + (900_000 + i)).then().statusCode(404);
            given().get("/api/unknown/" + i).then().statusCode(404);
        });

        assertThat(series()).isEqualTo(before);
        assertThat(metrics())
                .contains("http_requests_total{method=\"GET\",route=\"/api/orders/{order_id}\",status=\"404\"}")
                .contains(
                        "http_request_duration_seconds_bucket{method=\"GET\",route=\"/api/orders/{order_id}\",le=\"0.2\"}")
                .contains("route=\"NOT_FOUND\"")
                .doesNotContain("/900001");
    }

    @Test
    void refusedRequestsAreCountedUnderTheirRoute() {
        given().get("/api/orders").then().statusCode(401);

        assertThat(metrics()).contains("http_requests_total{method=\"GET\",route=\"/api/orders\",status=\"401\"}");
    }

    private long series() {
        return metrics().lines().filter(line -> line.startsWith("http_request")).count();
    }

    private String metrics() {
        return given().port(ManagementPort.number())
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
