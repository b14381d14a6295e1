package io.brigade.payments.payment;

import io.brigade.payments.book.Person;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Approval;
import io.brigade.platform.security.Approvals;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Finds out who approves of something that not everybody may do. */
@ApplicationScoped
public class ManagersApproval {

    /** Money goes back to a guest. */
    public static final String REFUND = "REFUND";
    /** Money leaves a drawer, or it is opened for nothing. */
    public static final String DRAWER = "DRAWER";

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
    public Uni<Person> of(Transaction transaction, Caller caller, long orderId, String action, @Nullable String token) {
        if (caller.mayApprove()) {
            return Uni.createFrom().item(Person.of(caller));
        }
        if (token == null) {
            throw ProblemException.of(
                    CommonProblem.APPROVAL_REQUIRED,
                    "Get an approval for " + action + " of order " + orderId + " and send it as approval_token.");
        }
        Approval approval = approvals.check(token, action, orderId, caller);
        return approvals.use(transaction, approval).replaceWith(new Person(approval.staffId(), approval.name()));
    }
}
