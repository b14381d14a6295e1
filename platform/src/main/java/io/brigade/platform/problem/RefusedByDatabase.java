package io.brigade.platform.problem;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the database refuses although it was checked before: two at once, or text that it can't store. */
final class RefusedByDatabase {

    /** Hibernate's; named and not imported, because not every service has Hibernate. */
    private static final Set<String> STALE =
            Set.of("OptimisticLockException", "StaleObjectStateException", "StaleStateException");

    private RefusedByDatabase() {}

    /** The problem that the failure means; null when it is none of these. */
    static @Nullable ProblemException explain(Throwable failure) {
        return DependencyFailure.chain(failure)
                .map(RefusedByDatabase::explainOne)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ProblemException explainOne(Throwable cause) {
        if (STALE.contains(cause.getClass().getSimpleName())) {
            return ProblemException.of(CommonProblem.VERSION_MISMATCH, "Look at the current state and decide again.");
        }
        return explainState(DependencyFailure.sqlState(cause));
    }

    /** PostgreSQL's SQLSTATEs, appendix A of its manual. */
    private static @Nullable ProblemException explainState(String sqlState) {
        if (sqlState.equals("55P03")) { // lock_timeout
            return ProblemException.of(
                            CommonProblem.REQUEST_IN_PROGRESS, "Another request is changing the same thing; try again.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        if (sqlState.equals("23505")) { // unique
            return ProblemException.of(CommonProblem.CONFLICT, "Something with this name or code exists already.");
        }
        return sqlState.startsWith("22") // data: a NUL character, a number out of range
                ? ProblemException.of(CommonProblem.BAD_REQUEST, "A value can't be stored.")
                : null;
    }
}
