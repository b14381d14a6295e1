package io.brigade.payments.erp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.payments.OrdersStandIn;
import io.brigade.platform.fixture.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(OrdersStandIn.class)
@QuarkusTestResource(value = ErpStandIn.class, restrictToAnnotatedClass = true)
class ErpCheckTest {

    private static final int MANAGEMENT_PORT = 9001;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void startClosed() {
        breakers.reset("erp");
    }

    @Test
    void anErpThatAnswersIsUp() {
        ErpStandIn.answers(200);
        assertThat(erp("state")).isEqualTo("up");

        ErpStandIn.answers(405); // it does not like the question, but it is there
        assertThat(erp("state")).isEqualTo("up");
    }

    @Test
    void anErpInTroubleIsDegradedAndTurnsNothingRed() {
        ErpStandIn.answers(500);

        assertThat(health().statusCode()).isEqualTo(200);
        assertThat(erp("state")).isEqualTo("degraded");
        given().port(MANAGEMENT_PORT).get("/ready").then().statusCode(200);
    }

    @Test
    void itsCircuitBreakerOpens() {
        ErpStandIn.answers(500);

        IntStream.range(0, 10).forEach(_ -> health());

        assertThat(erp("circuit_breaker")).isEqualTo("OPEN");
    }

    private static String erp(String data) {
        return health().jsonPath().getString("checks.find { it.name == 'erp' }.data." + data);
    }

    private static Response health() {
        return given().port(MANAGEMENT_PORT).get("/health");
    }
}
