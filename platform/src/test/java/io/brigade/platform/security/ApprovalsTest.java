package io.brigade.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalsTest {

    private static final long ORDER = 78;

    private final Approvals approvals = new Approvals(accessTokens());

    private static JWTAuthContextInfo accessTokens() {
        JWTAuthContextInfo trusted =
                new JWTAuthContextInfo(TestTokens.publicKeysFile().toString(), "brigade");
        trusted.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        trusted.setExpectedAudience(Set.of("brigade-api"));
        trusted.setClockSkew(5);
        return trusted;
    }

    @Test
    void tellsWhoApproved() {
        Approval approval = approvals.check(
                TestTokens.approval(Role.WAITER, "VOID", ORDER), ApprovalAction.VOID, ORDER, waiter(1, 0));

        assertThat(approval.staffId()).isEqualTo(TestTokens.staffId(Role.MANAGER));
        assertThat(approval.name()).isEqualTo("Test MANAGER");
        assertThat(approval.id()).hasSize(36);
        assertThat(approval.expiresAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(4)), Instant.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void isGoodForOneActionOnOneOrderByOnePersonOfOneRestaurant() {
        String token = TestTokens.approval(Role.WAITER, "VOID", ORDER);

        refused(token, ApprovalAction.DISCOUNT, ORDER, waiter(1, 0));
        refused(token, ApprovalAction.VOID, ORDER + 1, waiter(1, 0));
        refused(token, ApprovalAction.VOID, ORDER, waiter(1, 1));
        refused(token, ApprovalAction.VOID, ORDER, waiter(2, 0));
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNoApprovals")
    void otherTokensAreRefused(String token) {
        refused(token, ApprovalAction.VOID, ORDER, waiter(1, 0));
    }

    static Stream<String> tokensThatAreNoApprovals() throws NoSuchAlgorithmException {
        KeyPairGenerator anotherKey = KeyPairGenerator.getInstance("RSA");
        anotherKey.initialize(2048);
        String good = TestTokens.approval(Role.WAITER, "VOID", ORDER);
        String body = good.split("\\.", -1)[1];
        return Stream.of(
                TestTokens.token(Role.MANAGER, 1),
                TestTokens.sign(approval()), // typ is JWT
                TestTokens.signApproval(approval().audience("brigade-api")),
                TestTokens.signApproval(approval().issuer("somebody-else")),
                TestTokens.signApproval(approval().expiresAt(Instant.now().minusSeconds(60))),
                TestTokens.signApproval(approval().subject("the manager")),
                TestTokens.signApproval(approval().claim("order_id", "78")),
                approval()
                        .jws()
                        .keyId(TestTokens.KEY_ID)
                        .header("typ", Approvals.TYPE)
                        .sign(anotherKey.generateKeyPair().getPrivate()),
                part("{\"alg\":\"none\",\"typ\":\"approval+jwt\"}") + "." + body + ".",
                good.substring(0, good.lastIndexOf('.') + 1),
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "name", "restaurant_id", "action", "order_id", "requested_by"})
    void anApprovalWithoutOneOfItsClaimsIsRefused(String claim) {
        refused(TestTokens.signApproval(approval().remove(claim)), ApprovalAction.VOID, ORDER, waiter(1, 0));
    }

    @Test
    void anApprovalIsNoAccessToken() {
        DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

        assertThatThrownBy(() -> parser.parse(TestTokens.approval(Role.WAITER, "VOID", ORDER), accessTokens()))
                .isInstanceOf(ParseException.class)
                .rootCause()
                .hasMessageContaining("brigade-approval");
    }

    private void refused(String token, ApprovalAction action, long orderId, Caller caller) {
        assertThatThrownBy(() -> approvals.check(token, action, orderId, caller))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(CommonProblem.APPROVAL_REFUSED));
    }

    private static JwtClaimsBuilder approval() {
        return TestTokens.approvalClaims(Role.WAITER, "VOID", ORDER);
    }

    private static Caller waiter(long restaurantId, long another) {
        return new Caller(
                restaurantId,
                TestTokens.staffId(Role.WAITER) + another,
                "Camille",
                "EUR",
                ZoneId.of("Europe/Paris"),
                5,
                Set.of(Role.WAITER),
                1000);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
