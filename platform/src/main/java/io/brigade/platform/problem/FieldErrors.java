package io.brigade.platform.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.brigade.platform.json.TooManyElements;
import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names what is wrong with a value by its path in the JSON that it came in. */
public final class FieldErrors {

    private FieldErrors() {}

    /** A value that could not be read. */
    public static Problem.FieldError of(JsonMappingException unreadable) {
        String field = unreadable.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return new Problem.FieldError(field, reason(unreadable));
    }

    /** A value that breaks a rule, by its path in the object that was validated. */
    public static Problem.FieldError of(ConstraintViolation<?> violation) {
        return new Problem.FieldError(snakeCase(violation.getPropertyPath().toString()), violation.getMessage());
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String reason(JsonMappingException mapping) {
        return switch (mapping) {
            case UnrecognizedPropertyException _ -> "is not known here";
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() ->
                "must be one of " + Arrays.toString(wrong.getTargetType().getEnumConstants());
            case TooManyElements tooMany -> "must have at most " + tooMany.most() + " elements";
            default -> "has the wrong type or is missing";
        };
    }
}
