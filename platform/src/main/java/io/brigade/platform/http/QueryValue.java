package io.brigade.platform.http;

import io.brigade.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the query. JAX-RS would answer 404 to a value that it can't convert; this answers 400. */
public final class QueryValue {

    private QueryValue() {}

    /** The whole number; null when the parameter is absent. */
    public static @Nullable Long number(String parameter, @Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw ProblemException.invalid(parameter, "must be a whole number");
        }
    }

    /** The whole numbers between commas. Fails with 400 for anything else, and for more of them than allowed. */
    public static List<Long> numbers(String parameter, String text, int most) {
        String[] parts = text.split(",", -1);
        if (parts.length > most) {
            throw ProblemException.invalid(parameter, "must be at most " + most + " numbers");
        }
        try {
            return Arrays.stream(parts).map(String::trim).map(Long::valueOf).toList();
        } catch (NumberFormatException notANumber) {
            throw ProblemException.invalid(parameter, "must be whole numbers, separated by commas");
        }
    }

    /** True or false; null when the parameter is absent. */
    public static @Nullable Boolean flag(String parameter, @Nullable String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(parameter, "must be true or false");
        };
    }

    /** The constant of that name; null when the parameter is absent. Fails with 400 for any other text. */
    public static <E extends Enum<E>> @Nullable E choice(String parameter, Class<E> choices, @Nullable String text) {
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
