package io.brigade.orders.carte;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.order.ChosenOption;
import io.brigade.orders.order.ItemState;
import io.brigade.orders.order.NewItem;
import io.brigade.orders.order.OrderItem;
import io.brigade.orders.order.ServiceMode;
import io.brigade.platform.problem.ProblemException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The carte of one version, indexed for pricing: what is asked for becomes a line with the carte's name, price and VAT. */
public final class PriceList {

    private final long version;
    private final Map<Long, Carte.Dish> dishes;
    private final Map<Long, Carte.OptionGroup> groups;

    /** Indexes a carte. */
    public PriceList(Carte carte) {
        this.version = carte.version();
        this.dishes = carte.categories().stream()
                .flatMap(category -> category.dishes().stream())
                .collect(Collectors.toUnmodifiableMap(Carte.Dish::dishId, Function.identity()));
        this.groups = carte.optionGroups().stream()
                .collect(Collectors.toUnmodifiableMap(Carte.OptionGroup::optionGroupId, Function.identity()));
    }

    /** Version of the carte. */
    public long version() {
        return version;
    }

    /**
     * Prices a line, sent to the kitchen at once.
     *
     * @throws ProblemException 422 when the dish is unknown or its options do not fit, 409 when it is sold out
     */
    public OrderItem price(NewItem wanted, ServiceMode mode, long itemId, OffsetDateTime now) {
        Carte.Dish dish = dishes.get(wanted.dishId());
        if (dish == null) {
            throw ProblemException.of(OrdersProblem.DISH_UNKNOWN, "There is no dish " + wanted.dishId() + ".");
        }
        if (!dish.available()) {
            throw ProblemException.of(OrdersProblem.DISH_SOLD_OUT, "«" + dish.name() + "» is sold out.");
        }
        List<ChosenOption> options = choose(dish, wanted.options() == null ? List.of() : wanted.options());
        Integer course = wanted.course();
        return new OrderItem(
                itemId,
                dish.dishId(),
                dish.name(),
                wanted.quantity(),
                dish.unitPriceCents()
                        + options.stream().mapToLong(ChosenOption::priceCents).sum(),
                Objects.requireNonNull(dish.vatRatesBp().get(mode)),
                options,
                wanted.note(),
                course == null ? dish.course() : course,
                wanted.seat(),
                dish.station(),
                ItemState.SENT,
                now);
    }

    private List<ChosenOption> choose(Carte.Dish dish, List<Long> wanted) {
        Set<Long> left = new HashSet<>(wanted);
        if (left.size() < wanted.size()) {
            throw invalid(dish, "an option is named twice");
        }
        List<ChosenOption> chosen = new ArrayList<>();
        for (long groupId : dish.optionGroupIds()) {
            Carte.OptionGroup group = Objects.requireNonNull(groups.get(groupId));
            List<ChosenOption> ofGroup = group.options().stream()
                    .filter(option -> left.remove(option.optionId()))
                    .map(option -> new ChosenOption(option.optionId(), option.name(), option.priceCents()))
                    .toList();
            if (ofGroup.size() < group.min() || ofGroup.size() > group.max()) {
                throw invalid(dish, "choose %d to %d of «%s»".formatted(group.min(), group.max(), group.name()));
            }
            chosen.addAll(ofGroup);
        }
        if (!left.isEmpty()) {
            throw invalid(dish, "option " + left.iterator().next() + " does not belong to it");
        }
        return List.copyOf(chosen);
    }

    private static ProblemException invalid(Carte.Dish dish, String reason) {
        return ProblemException.of(OrdersProblem.OPTIONS_INVALID, "«" + dish.name() + "»: " + reason + ".");
    }
}
