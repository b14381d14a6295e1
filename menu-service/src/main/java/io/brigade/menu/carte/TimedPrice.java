package io.brigade.menu.carte;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another price on some days and hours of the restaurant's wall clock. {@code to} before {@code from} runs past midnight
 * and belongs to the day it began on.
 */
@OpenWindow
public record TimedPrice(
        @NotNull @Size(min = 1, max = 60) @Schema(examples = "Happy hour")
        String name,

        @NotEmpty @Schema(examples = "[\"MON\", \"TUE\"]") Set<@NotNull Day> days,

        @NotNull @Pattern(regexp = CLOCK, message = "must be a time such as 17:00") @Schema(examples = "17:00")
        String from,

        @NotNull @Pattern(regexp = CLOCK, message = "must be a time such as 19:00") @Schema(examples = "19:00")
        String to,

        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "VAT included.", examples = "350")
        Long unitPriceCents) {

    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";

    /** Days in the order of the week, however they were named. */
    @SuppressWarnings("NullAway") // what is missing is told by validation, which comes after
    public TimedPrice {
        days = days == null || days.contains(null) ? days : new TreeSet<>(days);
    }

    /** What tells it from the dish's other prices, such as {@code Happy hour MON TUE 17:00-19:00}. */
    public String label() {
        return name + " " + String.join(" ", days.stream().map(Day::name).toList()) + " " + from + "-" + to;
    }
}
