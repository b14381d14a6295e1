package io.brigade.platform.http;

import io.brigade.platform.config.ServiceConfig;
import io.brigade.platform.health.BookingClock;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.RawProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets so many requests of the API in at a time and refuses others at once (429, RFC 6585 section 4): with more of them
 * all would wait longer, and none would be done sooner. Not 503, which the gateway takes for an instance that is ill: that
 * is for one whose clock was moved, so that another instance is asked.
 */
@ApplicationScoped
class Admission {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final RawProblems problems;
    private final int most;
    private final BooleanSupplier clockIsRight;
    private final AtomicInteger inside = new AtomicInteger();

    @Inject
    Admission(RawProblems problems, ServiceConfig config, BookingClock clock) {
        this(problems, config.http().maxRequests(), clock::isRight);
    }

    /** Begins with nobody inside. */
    Admission(RawProblems problems, int most, BooleanSupplier clockIsRight) {
        this.problems = problems;
        this.most = most;
        this.clockIsRight = clockIsRight;
    }

    void admit(RoutingContext request) {
        if (!request.normalizedPath().startsWith("/api/")) {
            request.next();
            return;
        }
        if (!clockIsRight.getAsBoolean()) {
            refuse(request, CommonProblem.DEPENDENCY_UNAVAILABLE, BookingClock.REFUSAL);
            return;
        }
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            refuse(request, CommonProblem.TOO_MANY_REQUESTS, "This is more than can be done at once. Try again.");
            return;
        }
        request.addEndHandler(_ -> inside.decrementAndGet());
        request.next();
    }

    private void refuse(RoutingContext request, CommonProblem problem, String detail) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        problems.answer(request, problem, detail);
    }
}
