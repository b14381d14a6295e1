package io.brigade.staff.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.security.Approval;
import io.brigade.platform.security.ApprovalAction;
import io.brigade.platform.security.Approvals;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ApprovalTest {

    private static final Map<String, Object> SOPHIE =
            Map.of("staff_code", "4001", "pin", "8462", "action", "VOID", "order_id", 78);

    @Inject
    Approvals approvals;

    @BeforeEach
    void unlockEverybody() throws SQLException {
        try (Connection database = Backends.database();
                var statement = database.createStatement()) {
            statement.execute("UPDATE staff_members SET failed_attempts = 0, locked_until = NULL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.WAITER, Role.CASHIER, Role.KITCHEN, Role.MANAGER, Role.ADMIN})
    void everybodySignedInCanAskForAManagersConsent(String role) {
        String token = ask(role, SOPHIE)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("expires_in", equalTo(300))
                .body("approved_by.staff_id", equalTo(105))
                .body("approved_by.name", equalTo("Sophie"))
                .extract()
                .path("approval_token");

        Approval approval = approvals.check(token, ApprovalAction.VOID, 78, caller(role));

        assertThat(approval.staffId()).isEqualTo(105);
        assertThat(approval.name()).isEqualTo("Sophie");
    }

    @Test
    void anAdminApprovesToo() {
        ask(Role.WAITER, with(Map.of("staff_code", "9001", "pin", "9357")))
                .statusCode(200)
                .body("approved_by.name", equalTo("Antoine"));
    }

    @ParameterizedTest
    @MethodSource("peopleWhoDoNotApprove")
    void whoeverMayNotApproveGetsTheSameAnswer(String code, String pin) {
        ask(Role.WAITER, with(Map.of("staff_code", code, "pin", pin)))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("APPROVAL_REFUSED"))
                .body("detail", equalTo("A manager of this restaurant has to type code and PIN again."))
                .body("approval_token", nullValue());
    }

    static Stream<Arguments> peopleWhoDoNotApprove() {
        return Stream.of(
                Arguments.of("4001", "0000"), // wrong PIN
                Arguments.of("7777", "8462"), // nobody's code
                Arguments.of("1001", "4821"), // a waiter
                Arguments.of("5001", "3618")); // a manager of another restaurant
    }

    @Test
    void wrongPinsCountForSignInAndApprovalTogether() {
        Map<String, Object> wrong = with(Map.of("pin", "0000"));
        ask(Role.WAITER, wrong).statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", "4001", "pin", "0000"))
                .post("/api/auth/token")
                .then()
                .statusCode(401);
        ask(Role.WAITER, wrong).statusCode(403);

        ask(Role.WAITER, SOPHIE)
                .statusCode(429)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("SIGN_IN_LOCKED"));
        given().contentType(ContentType.JSON)
                .body(Map.of("staff_code", "4001", "pin", "8462"))
                .post("/api/auth/token")
                .then()
                .statusCode(429);
    }

    @Test
    void manyGuessesAtOnceGetNoMoreTriesThanOneAfterAnother() {
        List<Integer> statuses = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> ask(Role.WAITER, with(Map.of("pin", "%04d".formatted(i))))
                        .extract()
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnly(403, 429);
        assertThat(statuses.stream().filter(status -> status == 403)).hasSize(3);
    }

    @Test
    void aRightPinEndsTheCountAlsoOfThoseWhoMayNotApprove() {
        Map<String, Object> camille = with(Map.of("staff_code", "1001", "pin", "4821"));

        IntStream.range(0, 5).forEach(_ -> ask(Role.WAITER, camille).statusCode(403));
    }

    @Test
    void anApprovalIsNeverKeptForReplay() throws SQLException {
        String key = UUID.randomUUID().toString();
        String first = keyed(key).statusCode(200).extract().path("approval_token");

        keyed(key)
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue())
                .body("approval_token", not(equalTo(first)));
        try (Connection database = Backends.database();
                var kept = database.prepareStatement(
                        "SELECT count(*) FROM idempotency_records WHERE operation LIKE '%approvals%'")) {
            var row = kept.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void senselessRequestsAreRefusedByField() {
        ask(Role.WAITER, with(Map.of("pin", "12"))).statusCode(400).body("errors[0].field", equalTo("pin"));
        ask(Role.WAITER, with(Map.of("action", "DANCE"))).statusCode(400).body("errors[0].field", equalTo("action"));
        ask(Role.WAITER, with(Map.of("order_id", -1))).statusCode(400).body("errors[0].field", equalTo("order_id"));
        ask(Role.WAITER, with(Map.of("restaurant_id", 2)))
                .statusCode(400)
                .body("errors[0].field", equalTo("restaurant_id"));
        given().contentType(ContentType.JSON)
                .body(SOPHIE)
                .post("/api/auth/approvals")
                .then()
                .statusCode(401);
    }

    private static Map<String, Object> with(Map<String, Object> changes) {
        Map<String, Object> request = new HashMap<>(SOPHIE);
        request.putAll(changes);
        return request;
    }

    private static ValidatableResponse ask(String role, Map<String, Object> request) {
        return given().header("Authorization", TestTokens.bearer(role))
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/auth/approvals")
                .then();
    }

    private static ValidatableResponse keyed(String key) {
        return given().header("Authorization", TestTokens.bearer(Role.WAITER))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(SOPHIE)
                .post("/api/auth/approvals")
                .then();
    }

    private static Caller caller(String role) {
        return new Caller(
                TestTokens.RESTAURANT,
                TestTokens.staffId(role),
                "Test " + role,
                "EUR",
                ZoneId.of("Europe/Paris"),
                5,
                Set.of(role),
                1000);
    }
}
