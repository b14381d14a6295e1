package io.brigade.platform.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The problems that every service can answer with. */
public enum CommonProblem implements ProblemType {
    BAD_REQUEST(400, "The request cannot be understood"),
    VALIDATION_FAILED(400, "Some fields are not valid"),
    IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key is required"),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key is not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Your role does not allow this"),
    APPROVAL_REQUIRED(403, "Somebody has to approve this"),
    APPROVAL_REFUSED(403, "The approval is not valid"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not available here"),
    NOT_ACCEPTABLE(406, "This format is not available"),
    CONFLICT(409, "It clashes with something that exists"),
    REQUEST_IN_PROGRESS(409, "The same request is still running"),
    VERSION_MISMATCH(412, "It changed in the meantime"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Send application/json"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    DEPENDENCY_UNAVAILABLE(503, "A system we depend on is away");

    /** What an operation can answer with beside what follows from its shape; goes into the API's document. */
    @Target(ElementType.METHOD)
    public @interface MayAnswer {
        /** The problems. */
        CommonProblem[] value();
    }

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
