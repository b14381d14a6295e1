package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.demo.ApiClient;
import io.brigade.local.demo.Steps;
import io.brigade.local.demo.TableEvening;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class EveningIT {

    @Test
    void aTableIsServedFromSignInToTheClosedOrder() {
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(RunningSuite.suite().gateway().trust())
                .build()) {
            long order =
                    new TableEvening(new ApiClient(http, RunningSuite.suite().gatewayUrl()), Steps.silent()).play();

            JsonNode closed =
                    Device.camilleTheWaiter().get("/api/orders/" + order).json();
            assertThat(closed.path("status").asText()).isEqualTo("CLOSED");
            assertThat(Device.inesTheCashier()
                            .get("/api/bills/" + order)
                            .json()
                            .path("left_cents")
                            .asLong(-1))
                    .isZero();
        }
    }

    @Test
    void oneKeyFiftyTimesAtOnceIsOneOrder() throws Exception {
        String key = House.newKey();
        Map<String, Object> supper = House.supper();

        List<Device.Answer> answers =
                Device.atOnce(50, () -> Device.camilleTheWaiter().post("/api/orders", supper, "Idempotency-Key", key));

        assertThat(answers).extracting(Device.Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Device.Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
    }

    @Test
    void aDishThatIsSoldOutIsRefusedByTheNextOrderOnEveryInstanceAndComesBack() {
        Map<String, Object> order = Map.of(
                "table_id",
                House.anyTable(),
                "additional",
                true,
                "items",
                List.of(Map.of("dish_id", House.dish("Crème brûlée"), "quantity", 1)));
        String availability = "/api/menu/dishes/" + House.dish("Crème brûlée") + "/availability";
        assertThat(Device.camilleTheWaiter().post("/api/orders", order).status())
                .isEqualTo(201);

        assertThat(Device.marcTheChef()
                        .put(availability, Map.of("available", false))
                        .status())
                .isEqualTo(200);
        Eventually.eightTimesInARow(
                () -> Device.camilleTheWaiter().post("/api/orders", order).status(), 409);

        assertThat(Device.marcTheChef()
                        .put(availability, Map.of("available", true))
                        .status())
                .isEqualTo(200);
        Eventually.eightTimesInARow(
                () -> Device.camilleTheWaiter().post("/api/orders", order).status(), 201);
    }

    @Test
    void theCarteIsAnsweredOnceAndThenOnlyConfirmed() {
        Device.Answer carte = Device.camilleTheWaiter().get("/api/menu");

        assertThat(carte.json().path("categories")).hasSize(8);
        Device.Answer confirmed = Device.camilleTheWaiter().get("/api/menu", "If-None-Match", carte.header("ETag"));
        assertThat(confirmed.status()).isEqualTo(304);
        assertThat(confirmed.header("ETag")).isEqualTo(carte.header("ETag"));
    }
}
