package io.brigade.menu.carte;

import io.brigade.menu.MenuProblem;
import io.brigade.platform.problem.Problem;
import io.brigade.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Collects what a request names and the carte does not have, to tell all of it at once. */
public final class References {

    private final List<Problem.FieldError> unknown = new ArrayList<>();

    /** Notes the field unless what it names was found. */
    public References check(String field, boolean found, String what) {
        if (!found) {
            unknown.add(new Problem.FieldError(field, "there is no " + what + " in your restaurant"));
        }
        return this;
    }

    /** Fails with 422 when something was not found. */
    public void require() {
        if (!unknown.isEmpty()) {
            throw ProblemException.of(MenuProblem.REFERENCE_UNKNOWN, "Reload the carte and correct the fields listed.")
                    .withErrors(unknown);
        }
    }
}
