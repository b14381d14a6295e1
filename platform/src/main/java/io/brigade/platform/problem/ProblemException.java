package io.brigade.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem. It is an expected outcome, not a defect: it carries no stack trace and is not logged
 * as an error.
 */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<Problem.FieldError> errors;
    private final transient @Nullable Object current;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemType type,
            String detail,
            List<Problem.FieldError> errors,
            @Nullable Object current,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
        this.current = current;
        this.retryAfter = retryAfter;
    }

    /** A problem with a detail that tells the caller what to do. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null, null);
    }

    /** A field of the body breaks a rule; {@code field} is its JSON path. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "Correct the fields listed and send the request again.",
                List.of(new Problem.FieldError(field, message)),
                null,
                null);
    }

    /** Several fields break rules. */
    static ProblemException invalid(List<Problem.FieldError> errors, String detail) {
        return new ProblemException(CommonProblem.VALIDATION_FAILED, detail, errors, null, null);
    }

    /** The same answer for an unknown id and for another restaurant's, so that ids reveal nothing. */
    public static ProblemException notFound(String what, Object id) {
        return of(CommonProblem.NOT_FOUND, "There is no " + what + " " + id + " in your restaurant.");
    }

    /** The same problem, naming the fields, or the lines of a file, that it is about. */
    public ProblemException withErrors(List<Problem.FieldError> fields) {
        return new ProblemException(type, detail(), List.copyOf(fields), current, retryAfter);
    }

    /** The same problem, with the current state in the answer. */
    public ProblemException withCurrent(Object state) {
        return new ProblemException(type, detail(), errors, state, retryAfter);
    }

    /** The same problem, telling the caller when to try again (rounded up to whole seconds on the wire). */
    public ProblemException retryAfter(Duration delay) {
        return new ProblemException(type, detail(), errors, current, delay);
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** What happened and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    List<Problem.FieldError> errors() {
        return errors;
    }

    @Nullable Object current() {
        return current;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
