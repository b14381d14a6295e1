package io.brigade.orders.carte;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.ChosenOption;
import io.brigade.orders.order.ItemState;
import io.brigade.orders.order.NewItem;
import io.brigade.orders.order.OrderItem;
import io.brigade.orders.order.ServiceMode;
import io.brigade.platform.problem.ProblemException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The carte of one version, indexed for pricing: what is asked for becomes items with the carte's name, price and VAT. */
public final class PriceList {

    private final long version;
    private final Map<Long, Carte.Dish> dishes;
    private final Map<Long, Carte.OptionGroup> groups;
    private final Map<Long, Carte.Formule> formules;

    /** Indexes a carte. */
    public PriceList(Carte carte) {
        this.version = carte.version();
        this.dishes = carte.categories().stream()
                .flatMap(category -> category.dishes().stream())
                .collect(Collectors.toUnmodifiableMap(Carte.Dish::dishId, Function.identity()));
        this.groups = carte.optionGroups().stream()
                .collect(Collectors.toUnmodifiableMap(Carte.OptionGroup::optionGroupId, Function.identity()));
        this.formules = carte.formules().stream()
                .collect(Collectors.toUnmodifiableMap(Carte.Formule::formuleId, Function.identity()));
    }

    /** Version of the carte. */
    public long version() {
        return version;
    }

    /** What prices depend on besides the carte: how it is consumed and when, and by which clock. */
    public record Moment(ServiceMode mode, OffsetDateTime at, ZoneId timeZone) {
        LocalDateTime local() {
            return at.atZoneSameInstant(timeZone).toLocalDateTime();
        }
    }

    /**
     * Prices what is asked for: a dish becomes one item, a set menu one per chosen dish.
     *
     * @param ids one per item
     * @throws ProblemException 400 when it is neither a dish nor a set menu, 422 when it is unknown or the choices do
     *     not fit, 409 when it is sold out
     */
    public List<OrderItem> price(NewItem wanted, Moment moment, Iterator<Long> ids) {
        Long formuleId = wanted.formuleId();
        if ((wanted.dishId() == null) == (formuleId == null)) {
            throw ProblemException.invalid("dish_id", "either dish_id or formule_id is required");
        }
        if ((formuleId == null) != (wanted.choices() == null)) {
            throw ProblemException.invalid("choices", "go with formule_id");
        }
        if (formuleId != null && wanted.options() != null) {
            throw ProblemException.invalid("options", "go with the choices of a formule");
        }
        return formuleId == null
                ? List.of(priceDish(wanted, moment, ids.next()))
                : new FormulePricing(this, formule(formuleId), wanted, moment).price(ids);
    }

    private OrderItem priceDish(NewItem wanted, Moment moment, long id) {
        Carte.Dish dish = dish(Objects.requireNonNull(wanted.dishId()));
        List<ChosenOption> options = choose(dish, wanted.options());
        return item(dish, wanted, options, dish.priceAt(moment.local()) + sum(options), moment, id)
                .withNote(wanted.note())
                .withCourse(Objects.requireNonNullElse(wanted.course(), dish.course()))
                .withUid(wanted.uid());
    }

    /** An item of that dish at that price, held or sent as was wanted. */
    OrderItem item(
            Carte.Dish dish, NewItem wanted, List<ChosenOption> options, long priceCents, Moment moment, long id) {
        List<Allergen> allergies = distinct(wanted.allergies());
        boolean held = wanted.isHeld();
        return new OrderItem(
                id,
                null,
                1,
                dish.dishId(),
                dish.name(),
                wanted.quantity(),
                priceCents,
                Objects.requireNonNull(dish.vatRatesBp().get(moment.mode())),
                options,
                null,
                null,
                allergies,
                in(dish, allergies),
                dish.course(),
                wanted.seat(),
                dish.station(),
                dish.targetSeconds(),
                dish.portionsSet(),
                held ? ItemState.HELD : ItemState.SENT,
                held ? null : moment.at(),
                null,
                null,
                null);
    }

    /**
     * The item with other options and allergies: options change its price by what they cost today, the rest of it stays.
     * A dish that is no longer on the carte keeps its options.
     */
    public OrderItem reworded(OrderItem item, @Nullable List<Long> options, @Nullable List<Allergen> allergies) {
        Carte.Dish dish = dishes.get(item.dishId());
        List<Allergen> avoided = distinct(allergies);
        if (dish == null) {
            return item.withAllergies(avoided);
        }
        List<ChosenOption> chosen = choose(dish, options);
        return item.withOptions(chosen)
                .withUnitPriceCents(item.unitPriceCents() - sum(item.options()) + sum(chosen))
                .withAllergies(avoided)
                .withAllergenWarning(in(dish, avoided));
    }

    private static List<Allergen> distinct(@Nullable List<Allergen> allergies) {
        return allergies == null
                ? List.of()
                : allergies.stream().distinct().sorted().toList();
    }

    private static List<Allergen> in(Carte.Dish dish, List<Allergen> avoided) {
        return avoided.stream().filter(dish.allergens()::contains).toList();
    }

    /** Portions left as of the carte; null for a dish whose portions nobody counts. */
    public @Nullable Integer portionsLeft(long dishId) {
        Carte.Dish dish = dishes.get(dishId);
        return dish == null ? null : dish.portionsLeft();
    }

    /** The dish; 422 when it is not on the carte, 409 when it is sold out. */
    Carte.Dish dish(long dishId) {
        Carte.Dish dish = dishes.get(dishId);
        if (dish == null) {
            throw ProblemException.of(OrdersProblem.DISH_UNKNOWN, "There is no dish " + dishId + ".");
        }
        if (!dish.available()) {
            throw soldOut(dish.name());
        }
        return dish;
    }

    private Carte.Formule formule(long formuleId) {
        Carte.Formule formule = formules.get(formuleId);
        if (formule == null) {
            throw ProblemException.of(OrdersProblem.DISH_UNKNOWN, "There is no formule " + formuleId + ".");
        }
        if (!formule.available()) {
            throw soldOut(formule.name());
        }
        return formule;
    }

    private static ProblemException soldOut(String name) {
        return ProblemException.of(OrdersProblem.DISH_SOLD_OUT, "«" + name + "» is sold out.");
    }

    /** The options chosen, group by group; 422 when they do not fit the dish. */
    List<ChosenOption> choose(Carte.Dish dish, @Nullable List<Long> asked) {
        List<Long> wanted = asked == null ? List.of() : asked;
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

    /** What options add to the price. */
    static long sum(List<ChosenOption> options) {
        return options.stream().mapToLong(ChosenOption::priceCents).sum();
    }

    private static ProblemException invalid(Carte.Dish dish, String reason) {
        return ProblemException.of(OrdersProblem.OPTIONS_INVALID, "«" + dish.name() + "»: " + reason + ".");
    }
}
