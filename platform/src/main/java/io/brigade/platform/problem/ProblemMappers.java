package io.brigade.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can fail, mapped to one problem document; nothing internal reaches the answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CORRECT_FIELDS = "Correct the fields listed and send the request again.";

    private final ProblemAnswers answers;

    @Inject
    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem, RoutingContext request) {
        return answers.answer(problem, request);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, RoutingContext request) {
        List<Problem.FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(fieldOf(violation), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return answers.answer(ProblemException.invalid(errors, CORRECT_FIELDS), request);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JacksonException unreadable, RoutingContext request) {
        return answers.answer(explain(unreadable), request);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(SecurityException refused, RoutingContext request) {
        LOG.debugf(refused, "refused");
        String detail = refused instanceof AuthenticationFailedException
                ? "The token is expired or not valid here: sign in again."
                : "Send a token: Authorization: Bearer …";
        return answers.answer(CommonProblem.UNAUTHENTICATED, detail, request);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, RoutingContext request) {
        return answers.answer(CommonProblem.FORBIDDEN, "Ask somebody whose role allows it.", request);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException refused, RoutingContext request) {
        if (refused.getCause() instanceof JacksonException unreadable) {
            return unreadable(unreadable, request);
        }
        int status = refused.getResponse().getStatus();
        return Arrays.stream(CommonProblem.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> answers.answer(type, type.title() + ".", request))
                .orElseGet(() -> status < 500
                        ? answers.answer(CommonProblem.BAD_REQUEST, "The request cannot be understood.", request)
                        : unexpected(refused, request));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext request) {
        if (DependencyFailure.isOne(failure)) {
            LOG.warnf("dependency unavailable: %s", DependencyFailure.reason(failure));
            return answers.answer(
                    CommonProblem.DEPENDENCY_UNAVAILABLE, "Nothing was changed by this answer; try again.", request);
        }
        ProblemException refused = RefusedByDatabase.explain(failure);
        if (refused != null) {
            LOG.debugf(failure, "refused by the database");
            return answers.answer(refused, request);
        }
        LOG.error("unexpected failure", failure);
        return answers.answer(
                CommonProblem.INTERNAL_ERROR, "Tell support the trace_id; trying again may help.", request);
    }

    private static ProblemException explain(JacksonException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return ProblemException.of(CommonProblem.BAD_REQUEST, "The body is not the JSON expected here.");
        }
        return ProblemException.invalid(List.of(FieldErrors.of(mapping)), CORRECT_FIELDS);
    }

    /** {@code place.order.items[0].quantity} → {@code items[0].quantity}: method and parameter are ours, not the caller's. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        Set<ElementKind> ours = Set.of(ElementKind.METHOD, ElementKind.PARAMETER);
        boolean onlyParameter = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .allMatch(node -> ours.contains(node.getKind()));
        String path = violation.getPropertyPath().toString();
        String withoutMethod = path.substring(path.indexOf('.') + 1);
        String field = onlyParameter ? withoutMethod : withoutMethod.substring(withoutMethod.indexOf('.') + 1);
        return FieldErrors.snakeCase(field);
    }
}
