package io.brigade.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer of the API.
 *
 * @param call method and path of the request
 * @param http status, headers and body as they came
 * @param took from sending the request to having the whole answer
 */
public record ApiResponse(String call, HttpResponse<String> http, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** HTTP status. */
    public int status() {
        return http.statusCode();
    }

    /** Body as it came. */
    public String body() {
        return http.body();
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return http.headers().firstValue(name);
    }

    /** Body as JSON; fails when it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new StepFailed(call, e);
        }
    }

    /** This answer, when it has the status expected; else an exception that shows the answer. */
    public ApiResponse expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(status -> status == status())) {
            var expected = Arrays.stream(statuses).mapToObj(Integer::toString).collect(Collectors.joining(" or "));
            throw new StepFailed(call, "status " + expected, "status " + status() + " " + body());
        }
        return this;
    }
}
