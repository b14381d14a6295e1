package io.brigade.orders.carte;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.order.ChosenOption;
import io.brigade.orders.order.Formule;
import io.brigade.orders.order.NewItem;
import io.brigade.orders.order.OrderItem;
import io.brigade.orders.order.Spread;
import io.brigade.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prices a set menu. Its price is spread over the chosen dishes in proportion to what each costs by itself, because each
 * has its own VAT rate; supplements and options stay with their dish.
 */
record FormulePricing(PriceList prices, Carte.Formule formule, NewItem wanted, PriceList.Moment moment) {

    /** One item per chosen dish; together they cost what the set menu does. */
    List<OrderItem> price(Iterator<Long> ids) {
        List<NewItem.Choice> choices = Objects.requireNonNull(wanted.choices());
        List<Long> supplements = supplements(choices);
        List<Carte.Dish> dishes =
                choices.stream().map(choice -> prices.dish(choice.dishId())).toList();
        List<Long> shares = Spread.of(
                formule.priceAt(moment.local()),
                dishes.stream().map(dish -> dish.priceAt(moment.local())).toList());
        List<OrderItem> items = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            long id = ids.next();
            long line = items.isEmpty() ? id : items.getFirst().itemId();
            items.add(item(dishes.get(i), choices.get(i), shares.get(i) + supplements.get(i), id)
                    .withFormule(new Formule(formule.formuleId(), formule.name(), line))
                    .withUid(items.isEmpty() ? wanted.uid() : null));
        }
        return items;
    }

    private OrderItem item(Carte.Dish dish, NewItem.Choice choice, long shareCents, long id) {
        List<ChosenOption> options = prices.choose(dish, choice.options());
        NewItem held = wanted.withHold(choice.hold() == null ? wanted.hold() : choice.hold());
        return prices.item(dish, held, options, shareCents + PriceList.sum(options), moment, id)
                .withNote(choice.note() == null ? wanted.note() : choice.note())
                .withCourse(Objects.requireNonNullElse(choice.course(), dish.course()));
    }

    /**
     * Each choice is taken by the first step that offers its dish and has room; those that few steps offer go first, so
     * that they find room. 422 when a step gets too few.
     */
    private List<Long> supplements(List<NewItem.Choice> choices) {
        int[] taken = new int[formule.steps().size()];
        Long[] supplements = new Long[choices.size()];
        IntStream.range(0, choices.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                        i -> stepsOffering(choices.get(i).dishId())))
                .forEach(i -> supplements[i] = take(choices.get(i).dishId(), taken));
        for (int i = 0; i < taken.length; i++) {
            Carte.Step step = formule.steps().get(i);
            if (taken[i] < step.min()) {
                throw invalid("choose %d to %d of «%s»".formatted(step.min(), step.max(), step.name()));
            }
        }
        return List.of(supplements);
    }

    private long stepsOffering(long dishId) {
        return formule.steps().stream()
                .filter(step -> offer(step, dishId) != null)
                .count();
    }

    private long take(long dishId, int[] taken) {
        for (int i = 0; i < taken.length; i++) {
            Carte.Step step = formule.steps().get(i);
            Carte.Choice offer = offer(step, dishId);
            if (offer != null && taken[i] < step.max()) {
                taken[i]++;
                return offer.supplementCents();
            }
        }
        throw invalid("dish " + dishId + " can't be chosen (again)");
    }

    private static Carte.@Nullable Choice offer(Carte.Step step, long dishId) {
        return step.choices().stream()
                .filter(choice -> choice.dishId() == dishId)
                .findFirst()
                .orElse(null);
    }

    private ProblemException invalid(String reason) {
        return ProblemException.of(OrdersProblem.OPTIONS_INVALID, "«" + formule.name() + "»: " + reason + ".");
    }
}
