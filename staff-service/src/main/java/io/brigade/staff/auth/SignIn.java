package io.brigade.staff.auth;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transactions;
import io.brigade.staff.StaffProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Signs people in by code and PIN, and keeps them signed in by refresh tokens. */
@ApplicationScoped
class SignIn {

    private static final StepLog LOG = StepLog.of(SignIn.class);

    private final PinCheck pins;
    private final SignInAttempts attempts;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Vertx vertx;

    @Inject
    SignIn(
            PinCheck pins,
            SignInAttempts attempts,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Transactions transactions,
            Outbox outbox,
            Vertx vertx) {
        this.pins = pins;
        this.attempts = attempts;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.transactions = transactions;
        this.outbox = outbox;
        this.vertx = vertx;
    }

    /** Fails with 401 for a wrong code or PIN (without saying which) and with 429 while the code is locked. */
    Uni<TokenAnswer> byPin(String staffCode, String pin) {
        return pins.check(staffCode, pin).chain(outcome -> switch (outcome) {
            case PinCheck.Right(SignedInStaff staff) -> succeed(staff);
            case PinCheck.Wrong(Optional<SignedInStaff> owner) -> refuse(owner);
        });
    }

    /** Fails with 401 when the token was used already, is revoked or has expired. */
    Uni<TokenAnswer> byRefreshToken(String token) {
        return transactions
                .run(transaction -> refreshTokens
                        .use(transaction.connection(), token)
                        .chain(used -> used.isEmpty()
                                ? Uni.createFrom().item(Optional.<Issued>empty())
                                : refreshTokens
                                        .issue(
                                                transaction.connection(),
                                                used.get().staff().staffId(),
                                                used.get().family())
                                        .map(next -> Optional.of(
                                                new Issued(next, used.get().staff())))))
                .map(issued -> issued.orElseThrow(
                        () -> ProblemException.of(StaffProblem.REFRESH_TOKEN_REFUSED, "Sign in with code and PIN.")))
                .chain(this::answer);
    }

    private record Issued(String refreshToken, SignedInStaff staff) {}

    /** {@code staff.signed_in}: by code and PIN. Who sells is for tickets and for the fiscal journal. */
    private record SignedIn(long staffId, String name, Set<String> roles, SignedInStaff.Seller seller) {}

    private Uni<TokenAnswer> succeed(SignedInStaff staff) {
        return transactions
                .run(transaction -> attempts.succeeded(transaction.connection(), staff.staffId())
                        .chain(() -> outbox.append(transaction, signedIn(staff)))
                        .chain(() -> refreshTokens.issue(transaction.connection(), staff.staffId())))
                .invoke(() -> step(LOG.info("signed in"), staff).write())
                .chain(token -> answer(new Issued(token, staff)));
    }

    private static Event signedIn(SignedInStaff staff) {
        SignedIn data = new SignedIn(staff.staffId(), staff.name(), new TreeSet<>(staff.roles()), staff.seller());
        return new Event("staff.signed_in", staff.restaurantId(), Set.of("staff"), data);
    }

    private static Uni<TokenAnswer> refuse(Optional<SignedInStaff> owner) {
        owner.ifPresent(staff -> step(LOG.warn("sign-in refused"), staff).write());
        return Uni.createFrom().failure(ProblemException.of(StaffProblem.SIGN_IN_REFUSED, "Check both and try again."));
    }

    private static StepLog.Step step(StepLog.Step step, SignedInStaff staff) {
        return step.with("user_id", staff.staffId()).with("restaurant_id", staff.restaurantId());
    }

    /** Signing costs about a millisecond of CPU: not on the event loop. */
    private Uni<TokenAnswer> answer(Issued issued) {
        return vertx.executeBlocking(
                () -> TokenAnswer.of(
                        accessTokens.sign(issued.staff()),
                        accessTokens.lifetime().toSeconds(),
                        issued.refreshToken(),
                        issued.staff()),
                false);
    }
}
