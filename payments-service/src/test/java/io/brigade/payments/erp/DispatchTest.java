package io.brigade.payments.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Role;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@PaymentsBackend
@QuarkusTestResource(value = ErpServer.class, restrictToAnnotatedClass = true)
class DispatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Transactions transactions;

    @Inject
    Accounting books;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final long restaurant = Tickets.newRestaurant();

    /** What an ERP does that is not well, to whatever it is asked. */
    enum Trouble {
        HANGS,
        FAILS,
        IS_BUSY,
        TALKS_RUBBISH,
        BREAKS_OFF,
        SENDS_HALF;

        ResponseDefinitionBuilder answer() {
            return switch (this) {
                case HANGS -> aResponse().withStatus(200).withFixedDelay(2_000);
                case FAILS -> aResponse().withStatus(500).withBody("{\"error\":\"stack trace\"}");
                case IS_BUSY -> aResponse().withStatus(503);
                case TALKS_RUBBISH -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
                case BREAKS_OFF -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
                case SENDS_HALF -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            };
        }
    }

    @BeforeEach
    @AfterEach
    void anErpThatIsWell() {
        ErpServer.reset();
        breakers.reset("erp");
    }

    @Test
    void anEntryArrivesOnceSignedAndAsPromised() throws Exception {
        sell(restaurant, 1);

        await().atMost(PATIENCE).until(() -> states(restaurant).equals(List.of("SENT")));
        LoggedRequest delivery = deliveries(restaurant).getFirst();
        assertThat(deliveries(restaurant)).hasSize(1);
        assertThat(delivery.getUrl()).isEqualTo("/accounting/entries");
        assertThat(delivery.getHeader("Content-Type")).startsWith("application/json");
        EntrySchema.check(delivery.getBodyAsString());
        assertThat(delivery.getHeader("Idempotency-Key"))
                .isEqualTo(entry(delivery).path("entry_id").asText());
        long timestamp = Long.parseLong(delivery.getHeader("Brigade-Timestamp"));
        assertThat(Instant.ofEpochSecond(timestamp)).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(delivery.getHeader("Brigade-Signature"))
                .isEqualTo("v1=" + hmac(timestamp + ".", delivery.getBody()));
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheErpDoesTheBreakerOpensWithinTwentyCallsAndAllArrivesOnceAndInOrderAfterwards(Trouble trouble) {
        long other = Tickets.newRestaurant();
        int before = ErpServer.requests();
        ErpServer.answers(trouble.answer());
        LongStream.rangeClosed(1, 8).forEach(no -> {
            sell(restaurant, no);
            sell(other, no);
        });

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> breakers.currentState("erp") == CircuitBreakerState.OPEN);
        assertThat(ErpServer.requests() - before).isLessThanOrEqualTo(20);
        assertThat(states(restaurant)).containsOnly("PENDING");
        ErpServer.reset();

        await().atMost(PATIENCE).until(() -> all(restaurant, "SENT") && all(other, "SENT"));
        for (long each : new long[] {restaurant, other}) {
            Map<String, Long> taken = new LinkedHashMap<>();
            deliveries(each)
                    .forEach(delivery -> taken.putIfAbsent(
                            delivery.getHeader("Idempotency-Key"),
                            entry(delivery).path("entry_no").asLong()));
            assertThat(taken.values())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 8).boxed().toList());
        }
    }

    @Test
    void anEntryThatTheErpRefusesIsDeadAtOnceAndTheOthersGoOn() {
        ErpServer.answers(toTicket("1"), aResponse().withStatus(422).withBody("{\"secret\":\"of the ERP\"}"));
        sell(restaurant, 1);
        sell(restaurant, 2);

        await().atMost(PATIENCE).until(() -> states(restaurant).equals(List.of("DEAD", "SENT")));
        assertThat(deliveries(restaurant)).hasSize(2);
        String dead = as(Role.MANAGER)
                .get("/api/accounting/entries?state=DEAD")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].document_no", equalTo("1"))
                .body("data[0].attempts", equalTo(1))
                .body("data[0].last_failure", equalTo("HTTP 422"))
                .extract()
                .path("data[0].entry_id");

        ErpServer.recovers();
        as(Role.MANAGER)
                .post("/api/accounting/entries/" + dead + "/resend")
                .then()
                .statusCode(200)
                .body("resent", equalTo(1));
        await().atMost(PATIENCE).until(() -> all(restaurant, "SENT"));
        assertThat(deliveries(restaurant).getLast().getHeader("Idempotency-Key"))
                .isEqualTo(dead);
        as(Role.MANAGER)
                .post("/api/accounting/entries/" + dead + "/resend")
                .then()
                .statusCode(409)
                .body("code", equalTo("ENTRY_NOT_DEAD"));
    }

    @Test
    void anEntryThatAlwaysFailsWhileTheErpIsThereIsDeadInTheEndAndTheOthersGoOn() {
        ErpServer.answers(toTicket("1"), aResponse().withStatus(500));
        sell(restaurant, 1);
        sell(restaurant, 2);

        await().atMost(PATIENCE).until(() -> states(restaurant).equals(List.of("DEAD", "SENT")));
        ErpServer.recovers();
        as(Role.ADMIN).post("/api/accounting/resend").then().statusCode(200).body("resent", equalTo(1));
        await().atMost(PATIENCE).until(() -> all(restaurant, "SENT"));
    }

    /** What stands in front of an ERP that is being repaired says 200 to everything. */
    @Test
    void aPageThatSaysTwoHundredIsNoAcknowledgementAndNeitherIsAnotherEntrysOne() {
        ErpServer.answers(toTicket("1"), aResponse().withStatus(200).withBody("<html>Back soon</html>"));
        ErpServer.answers(toTicket("2"), aResponse().withStatus(200).withBody("{\"entry_id\":\"another\"}"));
        ErpServer.answers(toTicket("3"), aResponse().withStatus(202).withBody("{\"queued\":true}"));
        sell(restaurant, 1);
        sell(restaurant, 2);
        sell(restaurant, 3);

        await().atMost(PATIENCE).until(() -> states(restaurant).equals(List.of("DEAD", "DEAD", "SENT")));
    }

    /** Exactly what an instance leaves behind that dies after the ERP's answer: a lease, and nothing noted. */
    @Test
    void whatWasSentAndNotNotedIsSentAgainUnderTheSameKeyWhenTheLeaseIsOver() throws SQLException {
        sell(restaurant, 1);
        await().atMost(PATIENCE).until(() -> all(restaurant, "SENT"));
        execute("UPDATE accounting_queues SET leased_until = now() + interval '1 s' WHERE restaurant_id = ?");
        execute("UPDATE accounting_deliveries SET state = 'PENDING', sent_at = NULL WHERE restaurant_id = ?");
        sell(restaurant, 2);

        await().during(Duration.ofMillis(600))
                .until(() -> deliveries(restaurant).size() == 1);
        await().atMost(PATIENCE).until(() -> all(restaurant, "SENT"));
        List<LoggedRequest> deliveries = deliveries(restaurant);
        assertThat(deliveries).hasSize(3);
        assertThat(deliveries.get(1).getHeader("Idempotency-Key"))
                .isEqualTo(deliveries.getFirst().getHeader("Idempotency-Key"));
        assertThat(deliveries.get(1).getBodyAsString())
                .isEqualTo(deliveries.getFirst().getBodyAsString());
        assertThat(entry(deliveries.getLast()).path("entry_no").asLong()).isEqualTo(2);
    }

    private static MappingBuilder toTicket(String number) {
        return post(anyUrl()).withRequestBody(matchingJsonPath("$.document[?(@.number == '" + number + "')]"));
    }

    private void sell(long restaurantId, long ticketNo) {
        transactions
                .run(transaction -> books.ticket(transaction, Tickets.sale(restaurantId, ticketNo, Tickets.DAY)))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role, restaurant));
    }

    private static List<LoggedRequest> deliveries(long restaurantId) {
        return ErpServer.deliveries().stream()
                .filter(delivery -> entry(delivery).path("restaurant_id").asLong() == restaurantId)
                .toList();
    }

    private static JsonNode entry(LoggedRequest delivery) {
        try {
            return JSON.readTree(delivery.getBody());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean all(long restaurantId, String state) {
        return states(restaurantId).stream().allMatch(state::equals);
    }

    private static List<String> states(long restaurantId) {
        try (Connection database = Backends.database();
                PreparedStatement query = database.prepareStatement(
                        "SELECT string_agg(state, ' ' ORDER BY seq) FROM accounting_deliveries WHERE restaurant_id = ?")) {
            query.setLong(1, restaurantId);
            try (ResultSet states = query.executeQuery()) {
                states.next();
                return Stream.of(states.getString(1).split(" ")).toList();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = Backends.database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setLong(1, restaurant);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** Written anew, from docs/erp/README.md alone. */
    private static String hmac(String prefix, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ErpServer.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
