package io.brigade.staff.auth;

import io.brigade.platform.problem.ProblemException;
import io.brigade.staff.StaffProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells whose code and PIN these are, with one count of wrong PINs for all doors. */
@ApplicationScoped
class PinCheck {

    private final SignInAttempts attempts;
    private final PinHasher pins;

    @Inject
    PinCheck(SignInAttempts attempts, PinHasher pins) {
        this.attempts = attempts;
        this.pins = pins;
    }

    /** What came of code and PIN. */
    sealed interface Outcome {}

    /** They are this person's. The attempt stays counted until {@link SignInAttempts#succeeded}. */
    record Right(SignedInStaff staff) implements Outcome {}

    /** They are not; the owner of the code, if there is one, is for the log and never for the answer. */
    record Wrong(Optional<SignedInStaff> owner) implements Outcome {}

    /** Fails with 429 while the code is locked. */
    Uni<Outcome> check(String staffCode, String pin) {
        return attempts.begin(staffCode)
                .chain(attempt -> attempt.isPresent() ? compare(attempt.get(), pin) : nobody(staffCode, pin));
    }

    private Uni<Outcome> compare(SignInAttempts.Attempt attempt, String pin) {
        return pins.matches(pin, attempt.pinHash())
                .map(right -> right ? new Right(attempt.staff()) : new Wrong(Optional.of(attempt.staff())));
    }

    private Uni<Outcome> nobody(String staffCode, String pin) {
        return attempts.lockedFor(staffCode)
                .chain(locked -> locked.isPresent()
                        ? Uni.createFrom()
                                .failure(ProblemException.of(
                                                StaffProblem.SIGN_IN_LOCKED,
                                                "Wait " + locked.get().toSeconds() + " seconds, then try again.")
                                        .retryAfter(locked.get()))
                        : pins.matchNobody(pin).replaceWith(new Wrong(Optional.empty())));
    }
}
