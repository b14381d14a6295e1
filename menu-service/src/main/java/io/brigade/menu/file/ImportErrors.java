package io.brigade.menu.file;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.brigade.menu.MenuProblem;
import io.brigade.platform.problem.FieldErrors;
import io.brigade.platform.problem.Problem;
import io.brigade.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything that is wrong with a file, told at once; the first hundred one by one. */
final class ImportErrors {

    private static final int MOST = 100;

    private final List<Problem.FieldError> told = new ArrayList<>();
    private int count;

    void add(String field, String message) {
        count++;
        if (told.size() < MOST) {
            told.add(new Problem.FieldError(field, message));
        }
    }

    void add(UnaryOperator<String> place, JsonMappingException unreadable) {
        Problem.FieldError error = FieldErrors.of(unreadable);
        add(place.apply(error.field()), error.message());
    }

    void add(UnaryOperator<String> place, ConstraintViolation<?> violation) {
        Problem.FieldError error = FieldErrors.of(violation);
        add(place.apply(error.field()), error.message());
    }

    int count() {
        return count;
    }

    /** Fails with 422 when there was anything. */
    void require() {
        if (count > 0) {
            throw ProblemException.of(
                            MenuProblem.IMPORT_REFUSED,
                            "Nothing was changed: correct " + count + " places in the file and send it again.")
                    .withErrors(told);
        }
    }
}
