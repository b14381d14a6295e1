package io.brigade.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers problems where JAX-RS has not been reached: filters, upgrades, requests that Vert.x itself refuses. */
@ApplicationScoped
public class RawProblems {

    private final ObjectMapper json;

    /** Writes with that mapper. */
    @Inject
    public RawProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the request with the problem. */
    public void answer(RoutingContext request, ProblemType type, String detail) {
        if (request.response().ended()) {
            return;
        }
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(write(ProblemAnswers.body(type, detail, request)));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
