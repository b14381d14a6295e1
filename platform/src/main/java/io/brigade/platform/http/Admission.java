package io.brigade.platform.http;

import io.brigade.platform.config.ServiceConfig;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.RawProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many requests of the API in at a time and refuses others at once (429, RFC 6585 section 4): with more of them
 * all would wait longer, and none would be done sooner. Not 503, which the gateway takes for an instance that is ill.
 */
@ApplicationScoped
class Admission {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final RawProblems problems;
    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    @Inject
    Admission(RawProblems problems, ServiceConfig config) {
        this(problems, config.http().maxRequests());
    }

    /** Begins with nobody inside. */
    Admission(RawProblems problems, int most) {
        this.problems = problems;
        this.most = most;
    }

    void admit(RoutingContext request) {
        if (!request.normalizedPath().startsWith("/api/")) {
            request.next();
            return;
        }
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            problems.answer(
                    request, CommonProblem.TOO_MANY_REQUESTS, "This is more than can be done at once. Try again.");
            return;
        }
        request.addEndHandler(_ -> inside.decrementAndGet());
        request.next();
    }
}
