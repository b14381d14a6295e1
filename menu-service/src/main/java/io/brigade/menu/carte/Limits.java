package io.brigade.menu.carte;

import io.brigade.menu.MenuProblem;
import io.brigade.platform.problem.ProblemException;

/** How much a carte holds: it is sent as a whole. */
public final class Limits {

    /** Categories of a carte. */
    public static final int CATEGORIES = 200;
    /** Dishes of a carte. */
    public static final int DISHES = 2_000;
    /** Option groups of a carte. */
    public static final int OPTION_GROUPS = 500;
    /** Formules of a carte. */
    public static final int FORMULES = 200;

    private Limits() {}

    /** Fails with 422 when no more of them fit. */
    public static void requireRoom(long there, int most, String what) {
        if (there >= most) {
            throw ProblemException.of(
                    MenuProblem.CARTE_FULL, "A carte holds " + most + " at most: remove another " + what + " first.");
        }
    }
}
