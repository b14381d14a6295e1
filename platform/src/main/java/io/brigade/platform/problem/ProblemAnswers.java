package io.brigade.platform.problem;

import io.brigade.platform.trace.Trace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns problems into HTTP answers, with the headers that their status asks for. */
@ApplicationScoped
public class ProblemAnswers {

    /** The answer for an expected problem. */
    public Response answer(ProblemException problem, RoutingContext request) {
        return build(
                problem.type(), problem.detail(), problem.errors(), problem.current(), problem.retryAfter(), request);
    }

    /** The answer for a problem with nothing to add to its detail. */
    public Response answer(ProblemType type, String detail, RoutingContext request) {
        return answer(ProblemException.of(type, detail), request);
    }

    /** The body alone, for answers that are made below JAX-RS. */
    public static Problem body(ProblemType type, String detail, RoutingContext request) {
        return body(type, detail, List.of(), null, request);
    }

    private static Response build(
            ProblemType type,
            String detail,
            List<Problem.FieldError> errors,
            @Nullable Object current,
            @Nullable Duration retryAfter,
            RoutingContext request) {
        if (request.response().ended()) {
            return Response.status(type.status()).build(); // a refused WebSocket: its upgrade was answered already
        }
        Response.ResponseBuilder answer = Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(type, detail, errors, current, request));
        if (type.status() == 401) {
            // RFC 6750 section 3: the scheme, and an error code only when a token was sent.
            boolean tokenSent = request.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
            answer.header(HttpHeaders.WWW_AUTHENTICATE, tokenSent ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        Duration delay = retryAfter == null && type.status() == 503 ? Duration.ofSeconds(1) : retryAfter;
        if (delay != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, (delay.toMillis() + 999) / 1000));
        }
        return answer.build();
    }

    private static Problem body(
            ProblemType type,
            String detail,
            List<Problem.FieldError> errors,
            @Nullable Object current,
            RoutingContext request) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                request.normalizedPath(),
                type.name(),
                Trace.idOf(request),
                errors.isEmpty() ? null : errors,
                current);
    }
}
