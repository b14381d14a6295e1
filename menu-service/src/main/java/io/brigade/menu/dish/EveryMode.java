package io.brigade.menu.dish;

import io.brigade.menu.carte.ServiceMode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VAT rate in basis points, 0 to 10000, for each way a dish is consumed. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EveryMode.Check.class)
@interface EveryMode {

    String message() default "must have a rate from 0 to 10000 for each of DINE_IN, TAKEAWAY and DELIVERY";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Absent altogether is for {@code NotNull} to tell. */
    class Check implements ConstraintValidator<EveryMode, Map<ServiceMode, Integer>> {
        @Override
        public boolean isValid(@Nullable Map<ServiceMode, Integer> rates, ConstraintValidatorContext context) {
            return rates == null || Arrays.stream(ServiceMode.values()).allMatch(mode -> isRate(rates.get(mode)));
        }

        private static boolean isRate(@Nullable Integer rate) {
            return rate != null && rate >= 0 && rate <= 10_000;
        }
    }
}
