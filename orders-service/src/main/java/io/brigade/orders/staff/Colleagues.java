package io.brigade.orders.staff;

import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Finds out who somebody is. */
@ApplicationScoped
public class Colleagues {

    private static final StepLog LOG = StepLog.of(Colleagues.class);

    private final StaffClient staff;

    @Inject
    Colleagues(@RestClient StaffClient staff) {
        this.staff = staff;
    }

    /** Somebody active in the caller's restaurant; 404 when there is nobody, 503 when staff-service does not answer. */
    public Uni<Colleague> find(String bearer, long staffId) {
        return staff.colleague(bearer, staffId)
                .onFailure(StaffClient.NoColleague.class)
                .transform(_ -> ProblemException.notFound("colleague", staffId))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> {
                    LOG.warn("staff-service does not answer")
                            .with("reason", failure)
                            .write();
                    return ProblemException.of(
                                    CommonProblem.DEPENDENCY_UNAVAILABLE,
                                    "Who takes it over can't be looked up just now; nothing was changed, try again.")
                            .retryAfter(Duration.ofSeconds(1));
                });
    }
}
