package io.brigade.staff.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.brigade.platform.fixture.Backends;
import io.brigade.platform.fixture.TestTokens;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Approval;
import io.brigade.platform.security.ApprovalAction;
import io.brigade.platform.security.Approvals;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.Role;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Platform's approvals against the configured keys and a real database. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ApprovalUseTest {

    private static final Caller WAITER = new Caller(
            TestTokens.RESTAURANT,
            TestTokens.staffId(Role.WAITER),
            "Camille",
            "EUR",
            ZoneId.of("Europe/Paris"),
            5,
            Set.of(Role.WAITER),
            1000);

    @Inject
    Approvals approvals;

    @Inject
    Transactions transactions;

    @Test
    void anApprovalIsUsedOnceEvenWhenSeveralTryAtOnce() {
        Approval approval = approval();

        List<Boolean> used = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> transactions
                        .run(transaction -> approvals.use(transaction, approval))
                        .replaceWith(true)
                        .onFailure(ApprovalUseTest::isRefused)
                        .recoverWithItem(false)
                        .await()
                        .indefinitely())
                .toList();

        assertThat(used).containsOnlyOnce(true).hasSize(8);
    }

    @Test
    void anApprovalWhoseActionFailedIsStillGood() {
        Approval approval = approval();
        assertThatThrownBy(() -> transactions
                        .run(transaction -> approvals.use(transaction, approval).chain(() -> Uni.createFrom()
                                .failure(new IllegalStateException("the action failed"))))
                        .await()
                        .indefinitely())
                .hasMessage("the action failed");

        transactions
                .run(transaction -> approvals.use(transaction, approval))
                .await()
                .indefinitely();
    }

    @Test
    void anApprovalOpensNoDoor() {
        given().header("Authorization", "Bearer " + TestTokens.approval(Role.WAITER, "VOID", 78))
                .get("/api/restaurants/1")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void anAccessTokenApprovesNothing() {
        assertThatThrownBy(() -> approvals.check(
                        TestTokens.token(Role.MANAGER, TestTokens.RESTAURANT), ApprovalAction.VOID, 78, WAITER))
                .matches(ApprovalUseTest::isRefused);
    }

    private Approval approval() {
        return approvals.check(TestTokens.approval(Role.WAITER, "VOID", 78), ApprovalAction.VOID, 78, WAITER);
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == CommonProblem.APPROVAL_REFUSED;
    }
}
