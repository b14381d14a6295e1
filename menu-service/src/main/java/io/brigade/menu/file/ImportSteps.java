package io.brigade.menu.file;

import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.WholeCarte;
import io.brigade.menu.category.Category;
import io.brigade.menu.category.CategoryEdit;
import io.brigade.menu.dish.Dish;
import io.brigade.menu.dish.DishEdit;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.formule.FormuleEdit;
import io.brigade.menu.option.OptionGroup;
import io.brigade.menu.option.OptionGroupEdit;
import io.brigade.menu.price.Priced;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Carries a plan out: what others refer to first, and what goes last. */
final class ImportSteps {

    private final Change change;
    private final WholeCarte carte;
    private final ImportPlan plan;
    private final List<Priced> before = new ArrayList<>();
    private final List<OptionGroup> groups = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<Dish> dishes = new ArrayList<>();
    private final List<Formule> formules = new ArrayList<>();

    ImportSteps(Change change, WholeCarte carte, ImportPlan plan) {
        this.change = change;
        this.carte = carte;
        this.plan = plan;
    }

    Uni<Void> carryOut() {
        List<String> languages = plan.languages();
        if (languages != null) {
            carte.carte().languages = languages;
            carte.carte().settingsVersion++;
        }
        takeGroups();
        takeCategories();
        return persist(Stream.concat(groups.stream(), categories.stream()))
                .invoke(this::takeDishes)
                .chain(() -> persist(dishes.stream()))
                .invoke(this::takeFormules)
                .chain(() -> persist(formules.stream()))
                .chain(this::remove)
                .chain(() -> change.session().flush());
    }

    /** What was changed cost so much before. */
    List<Priced> pricesBefore() {
        return before;
    }

    /** What was changed or made costs so much now. */
    List<Priced> pricesAfter() {
        return Stream.of(
                        groups.stream().flatMap(group -> Priced.of(group).stream()),
                        dishes.stream().map(Priced::of),
                        formules.stream().map(Priced::of))
                .flatMap(prices -> prices)
                .toList();
    }

    private void takeGroups() {
        for (Matched<OptionGroup, OptionGroupEdit> one : plan.groups().matched()) {
            OptionGroup group = one.isNew() ? new OptionGroup() : Objects.requireNonNull(one.existing());
            if (one.changes()) {
                before.addAll(Priced.of(group));
                group.version++;
            }
            if (one.isNew() || one.changes()) {
                group.restaurantId = change.restaurantId();
                group.take(Objects.requireNonNull(one.after()));
                groups.add(group);
            }
        }
    }

    private void takeCategories() {
        int last = carte.categories().stream()
                .mapToInt(category -> category.position)
                .max()
                .orElse(0);
        for (Matched<Category, CategoryEdit> one : plan.categories().matched()) {
            Category category = one.isNew() ? new Category() : Objects.requireNonNull(one.existing());
            if (one.isNew()) {
                category.restaurantId = change.restaurantId();
                category.position = ++last;
            }
            if (one.isNew() || one.changes()) {
                category.version += one.isNew() ? 0 : 1;
                category.take(Objects.requireNonNull(one.after()));
                categories.add(category);
            }
        }
    }

    private void takeDishes() {
        Map<Long, Integer> last = new HashMap<>();
        carte.dishes().forEach(dish -> last.merge(dish.categoryId, dish.position, Math::max));
        Map<Long, Long> categoryIds = newIds(plan.categories(), categories, category -> category.categoryId);
        Map<Long, Long> groupIds = newIds(plan.groups(), groups, group -> group.optionGroupId);
        for (Matched<Dish, DishEdit> one : plan.dishes().matched()) {
            Dish dish = one.isNew() ? new Dish() : Objects.requireNonNull(one.existing());
            if (one.changes()) {
                before.add(Priced.of(dish));
                dish.version++;
            }
            if (one.isNew() || one.changes()) {
                DishEdit edit = Objects.requireNonNull(one.after())
                        .with(id -> categoryIds.getOrDefault(id, id), id -> groupIds.getOrDefault(id, id));
                if (one.isNew()) {
                    dish.restaurantId = change.restaurantId();
                    dish.position = last.merge(edit.categoryId(), 1, Integer::sum);
                }
                dish.take(edit);
                dishes.add(dish);
            }
        }
    }

    private void takeFormules() {
        int last = carte.formules().stream()
                .mapToInt(formule -> formule.position)
                .max()
                .orElse(0);
        Map<Long, Long> dishIds = newIds(plan.dishes(), dishes, dish -> dish.dishId);
        for (Matched<Formule, FormuleEdit> one : plan.formules().matched()) {
            Formule formule = one.isNew() ? new Formule() : Objects.requireNonNull(one.existing());
            if (one.isNew()) {
                formule.restaurantId = change.restaurantId();
                formule.position = ++last;
            }
            if (one.changes()) {
                before.add(Priced.of(formule));
                formule.version++;
            }
            if (one.isNew() || one.changes()) {
                formule.take(Objects.requireNonNull(one.after()).with(id -> dishIds.getOrDefault(id, id)));
                formules.add(formule);
            }
        }
    }

    private Uni<Void> remove() {
        Object[] gone = Stream.of(
                        plan.formules().removed(),
                        plan.dishes().removed(),
                        plan.groups().removed(),
                        plan.categoriesRemoved())
                .flatMap(List::stream)
                .toArray();
        return gone.length == 0 ? Uni.createFrom().voidItem() : change.session().removeAll(gone);
    }

    private Uni<Void> persist(Stream<?> things) {
        Object[] all = things.toArray();
        return all.length == 0 ? Uni.createFrom().voidItem() : change.session().persistAll(all);
    }

    /** The ids that new things were given, by those they had while the file was looked at. */
    private static <T, E> Map<Long, Long> newIds(Matching<T, E> matching, List<T> taken, Function<T, Long> id) {
        Map<Long, Long> ids = new HashMap<>();
        int next = 0;
        for (int i = 0; i < matching.matched().size(); i++) {
            Matched<T, E> one = matching.matched().get(i);
            if (one.isNew()) {
                ids.put(-1L - i, id.apply(taken.get(next)));
            }
            next += one.isNew() || one.changes() ? 1 : 0;
        }
        return ids;
    }
}
