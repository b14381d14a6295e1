package io.brigade.menu.price;

import io.brigade.menu.carte.TimedPrice;
import io.brigade.menu.dish.Dish;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.formule.FormuleStep;
import io.brigade.menu.option.Option;
import io.brigade.menu.option.OptionGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a thing costs at one moment.
 *
 * @param owner id of the dish, the formule or the option group
 * @param parts prices beside the ordinary one, by what they are called
 */
public record Priced(Kind kind, long owner, long id, String name, long cents, Map<String, Long> parts) {

    /** A dish and its timed prices. */
    public static Priced of(Dish dish) {
        return new Priced(Kind.DISH, dish.dishId, dish.dishId, dish.name, dish.unitPriceCents, timed(dish.timedPrices));
    }

    /** A formule, its timed prices and its supplements. */
    public static Priced of(Formule formule) {
        Map<String, Long> parts = timed(formule.timedPrices);
        for (FormuleStep step : formule.steps) {
            step.choices().stream()
                    .filter(choice -> choice.supplementCents() > 0)
                    .forEach(choice -> parts.put(supplement(step, choice), choice.supplementCents()));
        }
        return new Priced(
                Kind.FORMULE, formule.formuleId, formule.formuleId, formule.name, formule.unitPriceCents, parts);
    }

    /** A group's options. */
    public static List<Priced> of(OptionGroup group) {
        return group.options.stream().map(option -> of(group, option)).toList();
    }

    /** What an absent part costs: a supplement nothing, at another time the ordinary price. */
    long without(String part) {
        return part.startsWith(SUPPLEMENT) ? 0 : cents;
    }

    private static final String SUPPLEMENT = "+ ";

    private static String supplement(FormuleStep step, FormuleStep.Choice choice) {
        return SUPPLEMENT + step.name() + ", dish " + choice.dishId();
    }

    private static Priced of(OptionGroup group, Option option) {
        return new Priced(
                Kind.OPTION,
                Objects.requireNonNull(group.optionGroupId),
                Objects.requireNonNull(option.optionId),
                option.name,
                option.priceCents,
                Map.of());
    }

    private static Map<String, Long> timed(List<TimedPrice> prices) {
        Map<String, Long> byLabel = new LinkedHashMap<>();
        prices.forEach(price -> byLabel.putIfAbsent(price.label(), price.unitPriceCents()));
        return byLabel;
    }
}
