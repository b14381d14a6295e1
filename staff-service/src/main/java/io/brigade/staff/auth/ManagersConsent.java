package io.brigade.staff.auth;

import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes a manager's PIN on somebody else's device and gives an approval for one action on one order. */
@ApplicationScoped
class ManagersConsent {

    private static final StepLog LOG = StepLog.of(ManagersConsent.class);

    private final PinCheck pins;
    private final SignInAttempts attempts;
    private final ApprovalTokens tokens;
    private final Transactions transactions;
    private final Vertx vertx;

    @Inject
    ManagersConsent(
            PinCheck pins, SignInAttempts attempts, ApprovalTokens tokens, Transactions transactions, Vertx vertx) {
        this.pins = pins;
        this.attempts = attempts;
        this.tokens = tokens;
        this.transactions = transactions;
        this.vertx = vertx;
    }

    /**
     * Fails with 403 for a wrong code or PIN and for another restaurant's (without saying which), and for a person who
     * may not approve; with 429 while the code is locked.
     */
    Uni<ApprovalAnswer> give(ApprovalRequest request, Caller caller) {
        return pins.check(request.staffCode(), request.pin()).chain(outcome -> switch (outcome) {
            case PinCheck.Right(SignedInStaff staff) -> forget(staff).chain(() -> approve(staff, request, caller));
            case PinCheck.Wrong(Optional<SignedInStaff> owner) -> refuse("wrong code or PIN", owner, request, caller);
        });
    }

    /** A right PIN ends the count of wrong ones, whatever its owner may do. */
    private Uni<Void> forget(SignedInStaff staff) {
        return transactions.run(transaction -> attempts.succeeded(transaction.connection(), staff.staffId()));
    }

    private Uni<ApprovalAnswer> approve(SignedInStaff approver, ApprovalRequest request, Caller caller) {
        if (approver.restaurantId() != caller.restaurantId()) {
            return refuse("another restaurant", Optional.of(approver), request, caller);
        }
        if (!approver.mayApprove()) {
            return refuse("role", Optional.of(approver), request, caller);
        }
        step(LOG.info("approved"), Optional.of(approver), request, caller).write();
        // Signing costs about a millisecond of CPU: not on the event loop.
        return vertx.executeBlocking(
                () -> new ApprovalAnswer(
                        tokens.sign(approver, request, caller),
                        ApprovalTokens.LIFETIME.toSeconds(),
                        new ApprovalAnswer.ApprovedBy(approver.staffId(), approver.name())),
                false);
    }

    private static Uni<ApprovalAnswer> refuse(
            String reason, Optional<SignedInStaff> owner, ApprovalRequest request, Caller caller) {
        step(LOG.warn("approval refused"), owner, request, caller)
                .with("reason", reason)
                .write();
        return Uni.createFrom()
                .failure(ProblemException.of(
                        CommonProblem.APPROVAL_REFUSED,
                        "A manager of this restaurant has to type code and PIN again."));
    }

    private static StepLog.Step step(
            StepLog.Step step, Optional<SignedInStaff> approver, ApprovalRequest request, Caller caller) {
        return step.with("user_id", caller.staffId())
                .with("restaurant_id", caller.restaurantId())
                .with("approver_id", approver.map(SignedInStaff::staffId).orElse(null))
                .with("action", request.action())
                .with("order_id", request.orderId());
    }
}
