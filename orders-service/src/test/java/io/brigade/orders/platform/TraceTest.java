package io.brigade.orders.platform;

import static io.brigade.orders.Waiter.as;
import static io.brigade.orders.Waiter.dinner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.orders.OrdersBackend;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** W3C trace context while no span is exported, as installed. */
@QuarkusTest
@OrdersBackend
class TraceTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @Test
    void aProblemNamesTheCallersTrace() {
        as(Role.WAITER)
                .header("traceparent", TRACEPARENT)
                .get("/api/orders/987654321")
                .then()
                .statusCode(404)
                .body("trace_id", equalTo(TRACE_ID));
    }

    @Test
    void anEventKnowsTheRequestBehindIt() throws SQLException {
        as(Role.WAITER)
                .header("traceparent", TRACEPARENT)
                .header("X-Request-Id", "request-of-the-trace-test")
                .body(dinner(11))
                .post("/api/orders")
                .then()
                .statusCode(201);

        try (Connection database = Backends.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT traceparent FROM outbox WHERE request_id = 'request-of-the-trace-test'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).matches("00-" + TRACE_ID + "-[0-9a-f]{16}-01");
        }
    }

    @Test
    void latencyBucketsLeadToATrace() {
        as(Role.WAITER)
                .header("traceparent", TRACEPARENT)
                .get("/api/tables")
                .then()
                .statusCode(200);

        assertThat(Meters.all().lines())
                .filteredOn(line -> line.startsWith("http_request_duration_seconds_bucket"))
                .anyMatch(line -> line.contains("# {span_id=") && line.contains("trace_id="));
    }
}
