package io.brigade.platform.security;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Finds out who approves of something that not everybody may do. */
@ApplicationScoped
public class ManagersApproval {

    private final Approvals approvals;

    @Inject
    ManagersApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    /**
     * Whoever approves: the caller, who then may do it alone, or whoever signed the approval, which is used up with the
     * transaction.
     *
     * @param orderId 0: it is about no order
     * @return fails with 403 when an approval is missing or not good for this
     */
    public Uni<Person> of(Work work, Caller caller, long orderId, ApprovalAction action, @Nullable String token) {
        if (caller.mayApprove()) {
            return Uni.createFrom().item(Person.of(caller));
        }
        if (token == null) {
            throw ProblemException.of(
                    CommonProblem.APPROVAL_REQUIRED,
                    "Get an approval for " + action + " of order " + orderId + " and send it as approval_token.");
        }
        Approval approval = approvals.check(token, action, orderId, caller);
        return approvals.use(work, approval).replaceWith(new Person(approval.staffId(), approval.name()));
    }
}
