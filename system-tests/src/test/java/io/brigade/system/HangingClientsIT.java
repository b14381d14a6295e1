package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.local.Suite;
import io.brigade.system.Device.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand clients that hang, or hang up: nobody else notices, and nothing of theirs stays. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class HangingClientsIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final int CLIENTS = 1_000;
    private static final int REQUESTS = 100;
    private static final Pattern OPEN_CONNECTIONS = Pattern.compile("Active connections: (\\d+)");

    /** Monitoring, other tests' devices. */
    private static final int OF_OTHERS = 60;

    @Test
    void nobodyElseNoticesAndNothingIsLeaked() throws Exception {
        long screensBefore = total("websocket_connections", "orders");
        try (var clients = new HangingClients(SUITE, Device.camilleTheWaiter().token())) {
            clients.connect(CLIENTS);
            System.out.println("  connections of the gateway: " + gatewayConnections());

            List<Answer> answers = Stream.generate(() -> Device.camilleTheWaiter()
                            .post("/api/orders", House.heldSupper(), "Idempotency-Key", House.newKey()))
                    .limit(REQUESTS)
                    .toList();

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            // Headers and bodies that do not come are waited for ten seconds.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(gatewayConnections()).isLessThan(CLIENTS / 2));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(gatewayConnections()).isLessThan(OF_OTHERS);
            assertThat(total("websocket_connections", "orders")).isLessThanOrEqualTo(screensBefore);
            assertThat(total("database_pool_active", "menu", "orders", "payments", "staff"))
                    .isLessThanOrEqualTo(1);
            assertThat(total("database_pool_pending", "menu", "orders", "payments", "staff"))
                    .isZero();
        });
        System.out.println("  connections of the gateway afterwards: " + gatewayConnections());
    }

    private static long total(String metric, String... services) {
        return (long) Stream.of(services)
                .flatMap(service -> SUITE.service(service).instances().stream())
                .mapToDouble(instance -> Exposition.of(instance).total(metric))
                .sum();
    }

    private static int gatewayConnections() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var status = HttpRequest.newBuilder(SUITE.gateway().internalUrl().resolve("/nginx_status"))
                    .build();
            var matcher = OPEN_CONNECTIONS.matcher(
                    http.send(status, BodyHandlers.ofString()).body());
            assertThat(matcher.find()).isTrue();
            return Integer.parseInt(matcher.group(1));
        }
    }
}
