package io.brigade.orders.carte;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.brigade.orders.order.ServiceMode;
import java.util.List;
import java.util.Map;

/** The few fields of menu-service's carte that ordering needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Carte(long restaurantId, long version, List<Category> categories, List<OptionGroup> optionGroups) {

    /** A heading; only its dishes matter here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Category(List<Dish> dishes) {}

    /** A dish that can be ordered while {@code available}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dish(
            long dishId,
            String name,
            long unitPriceCents,
            Map<ServiceMode, Integer> vatRatesBp,
            String station,
            int course,
            boolean available,
            List<Long> optionGroupIds) {}

    /** Between {@code min} and {@code max} of its options must be chosen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OptionGroup(long optionGroupId, String name, int min, int max, List<Option> options) {}

    /** Its price comes on top of the dish's. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Option(long optionId, String name, long priceCents) {}
}
