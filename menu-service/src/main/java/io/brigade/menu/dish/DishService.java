package io.brigade.menu.dish;

import io.brigade.menu.MenuProblem;
import io.brigade.menu.carte.CarteChange;
import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.References;
import io.brigade.menu.category.Categories;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.formule.Formules;
import io.brigade.menu.option.OptionGroups;
import io.brigade.menu.price.PriceHistory;
import io.brigade.menu.price.Priced;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows and changes one dish. */
@ApplicationScoped
class DishService {

    private static final StepLog LOG = StepLog.of(DishService.class);

    private final Dishes dishes;
    private final Categories categories;
    private final OptionGroups groups;
    private final Formules formules;
    private final PriceHistory prices;
    private final CarteChange changes;
    private final Answers answers;

    @Inject
    DishService(
            Dishes dishes,
            Categories categories,
            OptionGroups groups,
            Formules formules,
            PriceHistory prices,
            CarteChange changes,
            Answers answers) {
        this.dishes = dishes;
        this.categories = categories;
        this.groups = groups;
        this.formules = formules;
        this.prices = prices;
        this.changes = changes;
        this.answers = answers;
    }

    Uni<DishView> get(long restaurantId, long dishId) {
        return dishes.get(restaurantId, dishId).map(DishView::of);
    }

    Uni<Answer> add(WriteRequest write, DishEdit edit) {
        return changes.apply(write, change -> dishes.requireRoom(change)
                .chain(() -> requireReferences(change, edit))
                .chain(() -> dishes.nextPosition(change, edit.categoryId()))
                .map(position -> made(change, position, edit))
                .call(dish -> change.session().persist(dish))
                .call(dish -> prices.record(change, List.of(), List.of(Priced.of(dish))))
                .map(dish -> answers.created(DishView.of(dish))));
    }

    Uni<Answer> edit(WriteRequest write, long dishId, @Nullable String ifMatch, DishEdit edit) {
        return changes.apply(write, change -> required(change, dishId, ifMatch)
                        .call(() -> requireReferences(change, edit))
                        .call(dish -> take(change, dish, edit))
                        .map(dish -> answers.ok(DishView.of(dish))))
                .invoke(answer -> LOG.info(answer.replayed() ? "dish change sent again" : "dish changed")
                        .with("dish_id", dishId)
                        .write());
    }

    /** Not while a formule offers it: that formule could no longer be served as it is written. */
    Uni<Answer> remove(WriteRequest write, long dishId, @Nullable String ifMatch) {
        return changes.apply(write, change -> required(change, dishId, ifMatch)
                .call(dish -> formules.offering(change, dishId).invoke(offering -> requireFree(dish, offering)))
                .call(dish -> change.session().remove(dish))
                .replaceWith(Answer.of(204, new byte[0])));
    }

    private Uni<Void> take(Change change, Dish dish, DishEdit edit) {
        Priced before = Priced.of(dish);
        boolean moves = !dish.categoryId.equals(edit.categoryId()) && edit.position() == null;
        Uni<Integer> position = moves
                ? dishes.nextPosition(change, edit.categoryId())
                : Uni.createFrom().item(dish.position);
        return position.chain(place -> {
            dish.position = place;
            dish.take(edit);
            dish.version++;
            return prices.record(change, List.of(before), List.of(Priced.of(dish)));
        });
    }

    private Uni<Void> requireReferences(Change change, DishEdit edit) {
        return categories
                .exists(change, edit.categoryId())
                .chain(category -> groups.known(change, edit.optionGroupIds())
                        .invoke(known -> references(edit, category, known).require()))
                .replaceWithVoid();
    }

    private static References references(DishEdit edit, boolean category, Set<Long> known) {
        References references = new References().check("category_id", category, "category " + edit.categoryId());
        Set<Long> left = new HashSet<>(known);
        for (int i = 0; i < edit.optionGroupIds().size(); i++) {
            Long id = edit.optionGroupIds().get(i);
            references.check(
                    "option_group_ids[" + i + "]", left.remove(id), "option group " + id + ", or it is named twice,");
        }
        return references;
    }

    private Uni<Dish> required(Change change, long dishId, @Nullable String ifMatch) {
        return dishes.require(change, dishId)
                .invoke(dish -> EntityTag.requireMatch(ifMatch, dish.version, DishView.of(dish)));
    }

    private static Dish made(Change change, int position, DishEdit edit) {
        Dish dish = new Dish();
        dish.restaurantId = change.restaurantId();
        dish.position = position;
        dish.take(edit);
        return dish;
    }

    private static void requireFree(Dish dish, List<Formule> offering) {
        if (!offering.isEmpty()) {
            throw ProblemException.of(
                    MenuProblem.DISH_IN_FORMULE,
                    "«" + dish.name + "» is a choice of «" + offering.getFirst().name + "»: take it off there first.");
        }
    }
}
