package io.brigade.staff;

import io.brigade.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The problems that only staff-service answers with. */
public enum StaffProblem implements ProblemType {
    SIGN_IN_REFUSED(401, "Code or PIN is wrong"),
    SIGN_IN_LOCKED(429, "Too many wrong PINs"),
    REFRESH_TOKEN_REFUSED(401, "The refresh token is not valid any more"),
    STAFF_CODE_TAKEN(409, "Somebody has this staff code already"),
    RESTAURANT_EXISTS(409, "There is a restaurant with this SIRET"),
    SETUP_REFUSED(403, "The setup secret is missing or wrong"),
    LAST_ADMIN(409, "Somebody has to stay admin"),
    RESTAURANT_NOT_OVERSEEN(403, "You do not oversee this restaurant");

    /** What an operation can answer with; goes into the API's document. */
    @Target(ElementType.METHOD)
    public @interface MayAnswer {
        /** The problems. */
        StaffProblem[] value();
    }

    private final int status;
    private final String title;

    StaffProblem(int status, String title) {
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
