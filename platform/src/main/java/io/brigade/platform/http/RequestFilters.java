package io.brigade.platform.http;

import io.brigade.platform.log.Elapsed;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.RawProblems;
import io.brigade.platform.trace.Trace;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What happens to every request before any service code sees it: its id, its meters, its admission, its size. */
@ApplicationScoped
class RequestFilters {

    private static final int FIRST = 10_000;

    private final HttpMeters meters;
    private final Admission admission;
    private final RawProblems problems;
    private final long maxBodyBytes;

    @Inject
    RequestFilters(
            HttpMeters meters,
            Admission admission,
            RawProblems problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.meters = meters;
        this.admission = admission;
        this.problems = problems;
        this.maxBodyBytes = maxBody.asLongValue();
    }

    /** Vert.x refuses what is not well encoded with an empty answer. */
    void explainRefusals(@Observes Router router) {
        router.errorHandler(
                CommonProblem.BAD_REQUEST.status(),
                request -> problems.answer(
                        request, CommonProblem.BAD_REQUEST, "The address or a header is not well encoded."));
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, FIRST);
        filters.register(meters::measure, FIRST - 1);
        filters.register(admission::admit, FIRST - 2);
        filters.register(this::refuseLargeBody, FIRST - 3);
    }

    private void identify(RoutingContext request) {
        String sent = request.request().getHeader(RequestId.HEADER);
        String id = sent != null && RequestId.isAcceptable(sent)
                ? sent
                : UUID.randomUUID().toString();
        Elapsed.begin();
        RequestId.set(request, id);
        Trace.ofRequest(request.request().getHeader(Trace.HEADER)).rememberFor(request);
        request.response().putHeader(RequestId.HEADER, id);
        request.next();
    }

    /** The server would close the connection without a word. */
    private void refuseLargeBody(RoutingContext request) {
        if (declaredLength(request) <= maxBodyBytes) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        problems.answer(request, CommonProblem.PAYLOAD_TOO_LARGE, "Send at most " + maxBodyBytes / 1024 + " KiB.");
    }

    private static long declaredLength(RoutingContext request) {
        @Nullable String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return 0; // the HTTP parser refuses it later
        }
    }
}
