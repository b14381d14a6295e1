package io.brigade.menu.carte;

import io.brigade.menu.dish.Dish;
import io.brigade.menu.dish.DishView;
import io.brigade.platform.sql.Work;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the carte as a whole and raises its version. */
@ApplicationScoped
public class CarteRepository implements PanacheRepository<Carte> {

    private static final String RAISE =
            "UPDATE cartes SET version = version + 1 WHERE restaurant_id = $1 RETURNING version";

    /**
     * The carte; empty when the restaurant has none. The version is read before the rest, so that what is shown under a
     * version is never older than it.
     */
    Uni<Optional<CarteView>> load(long restaurantId) {
        return getSession().chain(session -> session.find(Carte.class, restaurantId)
                .chain(carte -> carte == null
                        ? Uni.createFrom().item(Optional.<CarteView>empty())
                        : categories(session, restaurantId).chain(categories -> dishes(session, restaurantId)
                                .chain(dishes -> groups(session, restaurantId)
                                        .map(groups -> Optional.of(view(carte, categories, dishes, groups)))))));
    }

    /** Makes changes of one carte wait for each other until the transaction ends. */
    Uni<Void> lock(Work work, long restaurantId) {
        return work.first("SELECT restaurant_id FROM cartes WHERE restaurant_id = $1 FOR UPDATE", List.of(restaurantId))
                .replaceWithVoid();
    }

    /** Raises the version in the transaction of the change. */
    Uni<Long> raiseVersion(Work work, long restaurantId) {
        return work.first(RAISE, List.of(restaurantId))
                .map(columns -> ((Number) Objects.requireNonNull(columns).getFirst()).longValue());
    }

    private static Uni<List<Category>> categories(Mutiny.Session session, long restaurantId) {
        return session.createQuery("from Category where restaurantId = ?1 order by position", Category.class)
                .setParameter(1, restaurantId)
                .getResultList();
    }

    private static Uni<List<Dish>> dishes(Mutiny.Session session, long restaurantId) {
        return session.createQuery(
                        "select distinct d from Dish d left join fetch d.optionGroupIds where d.restaurantId = ?1",
                        Dish.class)
                .setParameter(1, restaurantId)
                .getResultList();
    }

    private static Uni<List<OptionGroup>> groups(Mutiny.Session session, long restaurantId) {
        return session.createQuery(
                        "select distinct g from OptionGroup g left join fetch g.options where g.restaurantId = ?1",
                        OptionGroup.class)
                .setParameter(1, restaurantId)
                .getResultList();
    }

    private static CarteView view(Carte carte, List<Category> categories, List<Dish> dishes, List<OptionGroup> groups) {
        return new CarteView(
                carte.restaurantId,
                carte.version,
                carte.currency,
                categories.stream()
                        .map(category -> new CarteView.CategoryView(
                                category.categoryId, category.name, dishesOf(category, dishes)))
                        .toList(),
                groups.stream()
                        .sorted(Comparator.comparing(group -> group.optionGroupId))
                        .map(CarteRepository::view)
                        .toList());
    }

    private static List<DishView> dishesOf(Category category, List<Dish> dishes) {
        return dishes.stream()
                .filter(dish -> dish.categoryId.equals(category.categoryId))
                .sorted(Comparator.comparingInt(dish -> dish.position))
                .map(DishView::of)
                .toList();
    }

    private static CarteView.OptionGroupView view(OptionGroup group) {
        return new CarteView.OptionGroupView(
                group.optionGroupId,
                group.name,
                group.minChoices,
                group.maxChoices,
                group.options.stream()
                        .map(option -> new CarteView.OptionView(option.optionId, option.name, option.priceCents))
                        .toList());
    }
}
