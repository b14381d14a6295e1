package io.brigade.menu.carte;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

/** A timed price holds for some time: it does not end when it begins. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OpenWindow.Check.class)
@interface OpenWindow {

    String message() default "must not be the same as from";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Told of the field {@code to}. */
    class Check implements ConstraintValidator<OpenWindow, TimedPrice> {
        @Override
        public boolean isValid(TimedPrice price, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("to")
                    .addConstraintViolation();
            return price.from() == null || !Objects.equals(price.from(), price.to());
        }
    }
}
