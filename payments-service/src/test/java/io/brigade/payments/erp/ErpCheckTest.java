package io.brigade.payments.erp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.ManagementPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PaymentsBackend
@QuarkusTestResource(value = ErpServer.class, restrictToAnnotatedClass = true)
class ErpCheckTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    void startClosed() {
        ErpServer.reset();
        breakers.reset("erp");
    }

    @Test
    void anErpThatAnswersIsUp() {
        ErpServer.answers(200);
        await().until(() -> erp("state").equals("up"));

        ErpServer.answers(500);
        await().until(() -> erp("state").equals("degraded"));

        ErpServer.answers(405); // it does not like the question, but it is there
        breakers.reset("erp");
        await().until(() -> erp("state").equals("up"));
    }

    @Test
    void anErpInTroubleIsDegradedItsCircuitBreakerOpensAndNothingTurnsRed() {
        ErpServer.answers(500);

        await().until(() -> erp("circuit_breaker").equals("OPEN"));
        assertThat(erp("state")).isEqualTo("degraded");
        assertThat(health().statusCode()).isEqualTo(200);
        given().port(ManagementPort.number()).get("/ready").then().statusCode(200);
    }

    private static String erp(String data) {
        return health().jsonPath().getString("checks.find { it.name == 'erp' }.data." + data);
    }

    private static Response health() {
        return given().port(ManagementPort.number()).get("/health");
    }
}
