package io.brigade.menu;

import io.brigade.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The problems that only menu-service answers with. */
public enum MenuProblem implements ProblemType {
    CATEGORY_NOT_EMPTY(409, "The category still has dishes"),
    OPTION_GROUP_IN_USE(409, "Dishes still use the option group"),
    DISH_IN_FORMULE(409, "A formule still offers the dish"),
    REFERENCE_UNKNOWN(422, "Something named in the request is not on the carte"),
    CARTE_FULL(422, "The carte can't hold any more"),
    IMPORT_REFUSED(422, "The file can't be taken over");

    /** What an operation can answer with; goes into the API's document. */
    @Target(ElementType.METHOD)
    public @interface MayAnswer {
        /** The problems. */
        MenuProblem[] value();
    }

    private final int status;
    private final String title;

    MenuProblem(int status, String title) {
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
