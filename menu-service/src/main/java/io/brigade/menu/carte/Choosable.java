package io.brigade.menu.carte;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** As many can be chosen as have to be: {@code min} is no more than {@code max}, nor than what there is to choose from. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Choosable.Check.class)
public @interface Choosable {

    /** What a caller is told. */
    String message() default "must not be more than max, nor than there is to choose from";

    /** Unused; Bean Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Bean Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Something to choose from. */
    interface Range {
        /** Fewest. */
        @Nullable Integer min();

        /** Most. */
        @Nullable Integer max();

        /** How many there are. */
        int offered();
    }

    /** Told of the field {@code min}. */
    class Check implements ConstraintValidator<Choosable, Range> {
        @Override
        public boolean isValid(Range range, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("min")
                    .addConstraintViolation();
            Integer min = range.min();
            Integer max = range.max();
            return min == null || max == null || (min <= max && min <= range.offered());
        }
    }
}
