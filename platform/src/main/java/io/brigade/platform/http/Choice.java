package io.brigade.platform.http;

import io.brigade.platform.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads enum parameters of the query. JAX-RS would answer 404 to a value that it does not know. */
public final class Choice {

    private Choice() {}

    /** The constant of that name; null when the parameter is absent. Fails with 400 for any other text. */
    public static <E extends Enum<E>> @Nullable E of(String parameter, Class<E> choices, @Nullable String text) {
        if (text == null) {
            return null;
        }
        E[] constants = choices.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(parameter, "must be one of " + Arrays.toString(constants)));
    }
}
