package io.brigade.orders.carte;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.ServiceMode;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The few fields of menu-service's carte that ordering needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Carte(
        long restaurantId,
        long version,
        List<Category> categories,
        List<OptionGroup> optionGroups,
        List<Formule> formules) {

    /** While services are brought up to date one after another, menu-service may not know of set menus yet. */
    public Carte {
        formules = Objects.requireNonNullElse(formules, List.of());
    }

    /** A heading; only its dishes matter here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Category(List<Dish> dishes) {}

    /** A dish that can be ordered while {@code available}; if portions are counted, while there are any left. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dish(
            long dishId,
            String name,
            long unitPriceCents,
            List<TimedPrice> timedPrices,
            Map<ServiceMode, Integer> vatRatesBp,
            String station,
            int course,
            List<Allergen> allergens,
            @Nullable Integer targetSeconds,
            boolean available,
            @Nullable Integer portionsLeft,
            @Nullable Long portionsSet,
            List<Long> optionGroupIds) {

        /** As of the carte. */
        public Dish {
            timedPrices = Objects.requireNonNullElse(timedPrices, List.of());
        }

        long priceAt(LocalDateTime local) {
            return TimedPrice.of(timedPrices, unitPriceCents, local);
        }
    }

    /** A price for certain hours, by the restaurant's clock. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TimedPrice(List<Day> days, LocalTime from, LocalTime to, long unitPriceCents) {

        /** The first that holds then, else the usual price. */
        static long of(List<TimedPrice> prices, long usualCents, LocalDateTime local) {
            return prices.stream()
                    .filter(price -> price.holds(local))
                    .findFirst()
                    .map(TimedPrice::unitPriceCents)
                    .orElse(usualCents);
        }

        /** Hours that run past midnight belong to the day they began on. */
        private boolean holds(LocalDateTime local) {
            LocalTime time = local.toLocalTime();
            if (from.isBefore(to)) {
                return isOn(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
            }
            return (isOn(local.getDayOfWeek()) && !time.isBefore(from))
                    || (isOn(local.getDayOfWeek().minus(1)) && time.isBefore(to));
        }

        private boolean isOn(DayOfWeek day) {
            return days.contains(Day.valueOf(day.name().substring(0, 3)));
        }
    }

    /** A day of the week. */
    public enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN
    }

    /** Between {@code min} and {@code max} of its options must be chosen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OptionGroup(long optionGroupId, String name, int min, int max, List<Option> options) {}

    /** Its price comes on top of the dish's. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Option(long optionId, String name, long priceCents) {}

    /** A set menu: one price for dishes chosen step by step. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Formule(
            long formuleId,
            String name,
            long unitPriceCents,
            List<TimedPrice> timedPrices,
            boolean available,
            List<Step> steps) {

        long priceAt(LocalDateTime local) {
            return TimedPrice.of(timedPrices, unitPriceCents, local);
        }
    }

    /** Between {@code min} and {@code max} of these dishes must be chosen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(String name, int min, int max, List<Choice> choices) {}

    /** A dish of a step; its supplement comes on top of the set menu's price. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Choice(long dishId, long supplementCents) {}
}
