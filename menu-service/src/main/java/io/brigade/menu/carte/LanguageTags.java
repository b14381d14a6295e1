package io.brigade.menu.carte;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every element, or every key, is a language tag in its usual spelling (BCP 47), such as {@code fr} or {@code pt-BR}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {LanguageTags.OfList.class, LanguageTags.OfKeys.class})
public @interface LanguageTags {

    /** What a caller is told. */
    String message() default "must name languages as BCP 47 does, such as en or pt-BR";

    /** Unused; Bean Validation asks for it. */
    Class<?>[] groups() default {};

    /** Unused; Bean Validation asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Checks a list's elements. */
    class OfList implements ConstraintValidator<LanguageTags, Collection<String>> {
        @Override
        public boolean isValid(@Nullable Collection<String> tags, ConstraintValidatorContext context) {
            return tags == null || tags.stream().allMatch(OfList::isTag);
        }

        private static boolean isTag(@Nullable String text) {
            return text != null
                    && !text.isEmpty()
                    && text.length() <= 20
                    && !text.equals("und")
                    && Locale.forLanguageTag(text).toLanguageTag().equals(text);
        }
    }

    /** Checks a map's keys. */
    class OfKeys implements ConstraintValidator<LanguageTags, Map<String, ?>> {
        @Override
        public boolean isValid(@Nullable Map<String, ?> byTag, ConstraintValidatorContext context) {
            return byTag == null || byTag.keySet().stream().allMatch(OfList::isTag);
        }
    }
}
