package io.brigade.staff.auth;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transactions;
import io.brigade.staff.StaffProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

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
    Uni<SignedIn> byPin(String staffCode, String pin) {
        return pins.check(staffCode, pin).chain(outcome -> switch (outcome) {
            case PinCheck.Right(SignedInStaff staff) -> succeed(staff);
            case PinCheck.Wrong(Optional<SignedInStaff> owner) -> refuse(owner);
        });
    }

    /** Fails with 401 when the token was used already, is revoked or has expired; its whole family then ends. */
    Uni<SignedIn> byRefreshToken(RefreshToken token) {
        return renewed(token, _ -> Uni.createFrom().item(Optional.empty()));
    }

    /** The same, but a token that was used moments ago is forgiven; see {@link RefreshTokens#GRACE}. */
    Uni<SignedIn> bySessionToken(RefreshToken token) {
        return renewed(token, connection -> refreshTokens.repeat(connection, token));
    }

    /** Ends the sign-in that this token descends from. */
    Uni<Void> end(RefreshToken token) {
        return transactions.run(transaction -> refreshTokens.revokeFamily(transaction.connection(), token));
    }

    /** Ends all sign-ins of a person; access tokens stay good until they expire. */
    Uni<Void> endAll(long staffId) {
        return transactions
                .run(transaction -> refreshTokens.revokeAll(new SqlWork(transaction.connection()), staffId))
                .replaceWithVoid();
    }

    private Uni<SignedIn> renewed(
            RefreshToken token, Function<SqlConnection, Uni<Optional<RefreshTokens.Issued>>> otherwise) {
        return transactions
                .run(transaction -> refreshTokens
                        .rotate(transaction.connection(), token)
                        .chain(issued -> or(issued, () -> otherwise.apply(transaction.connection())))
                        // The revocation has to commit: the refusal is told afterwards.
                        .call(issued -> issued.isPresent()
                                ? Uni.createFrom().voidItem()
                                : refreshTokens.revokeFamily(transaction.connection(), token)))
                .map(issued -> issued.orElseThrow(
                        () -> ProblemException.of(StaffProblem.REFRESH_TOKEN_REFUSED, "Sign in with code and PIN.")))
                .chain(this::answer);
    }

    private static <T> Uni<Optional<T>> or(Optional<T> found, Supplier<Uni<Optional<T>>> otherwise) {
        return found.isPresent() ? Uni.createFrom().item(found) : otherwise.get();
    }

    /** {@code staff.signed_in}: by code and PIN. Who sells is for tickets and for the fiscal journal. */
    private record Told(long staffId, String name, Set<String> roles, SignedInStaff.Seller seller) {}

    private Uni<SignedIn> succeed(SignedInStaff staff) {
        return transactions
                .run(transaction -> attempts.succeeded(transaction.connection(), staff.staffId())
                        .chain(() -> outbox.append(transaction, signedIn(staff)))
                        .chain(() -> refreshTokens.issue(transaction.connection(), staff)))
                .invoke(() -> step(LOG.info("signed in"), staff).write())
                .chain(this::answer);
    }

    private static Event signedIn(SignedInStaff staff) {
        Told data = new Told(staff.staffId(), staff.name(), new TreeSet<>(staff.roles()), staff.seller());
        return new Event("staff.signed_in", staff.restaurantId(), Set.of("staff"), data);
    }

    private static Uni<SignedIn> refuse(Optional<SignedInStaff> owner) {
        owner.ifPresent(staff -> step(LOG.warn("sign-in refused"), staff).write());
        return Uni.createFrom().failure(ProblemException.of(StaffProblem.SIGN_IN_REFUSED, "Check both and try again."));
    }

    private static StepLog.Step step(StepLog.Step step, SignedInStaff staff) {
        return step.with("user_id", staff.staffId()).with("restaurant_id", staff.restaurantId());
    }

    /** Signing costs about a millisecond of CPU: not on the event loop. */
    private Uni<SignedIn> answer(RefreshTokens.Issued issued) {
        return vertx.executeBlocking(
                () -> new SignedIn(
                        accessTokens.sign(issued.staff()), accessTokens.lifetime(), issued.token(), issued.staff()),
                false);
    }
}
