package io.brigade.menu.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.menu.carte.Category;
import io.brigade.menu.carte.Option;
import io.brigade.menu.carte.OptionGroup;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.dish.Dish;
import io.brigade.platform.demo.DemoData;
import io.brigade.platform.sql.SessionWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts the carte of the demo brasserie in, and the same dishes for the other demo restaurant. */
@ApplicationScoped
class DemoCarte implements DemoData {

    private static final String CLAIM =
            "INSERT INTO cartes (restaurant_id, version, currency) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING";

    private final ObjectMapper json;

    @Inject
    DemoCarte(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Uni<Void> putIn() {
        CarteDocument document = read();
        return putIn(1, document).chain(() -> putIn(2, document));
    }

    /** The carte's row is claimed first: of two instances that start together one does the work. */
    private Uni<Void> putIn(long restaurantId, CarteDocument document) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> new SessionWork(session)
                .update(CLAIM, List.of(restaurantId, document.currency()))
                .chain(claimed ->
                        claimed == 0 ? Uni.createFrom().voidItem() : persist(session, restaurantId, document))));
    }

    private static Uni<Void> persist(Mutiny.Session session, long restaurantId, CarteDocument document) {
        Map<String, OptionGroup> groups = document.optionGroups().stream()
                .collect(Collectors.toMap(CarteDocument.Group::ref, group -> group(restaurantId, group)));
        List<Category> categories =
                numbered(document.categories(), (heading, position) -> category(restaurantId, heading, position));
        return session.persistAll(Stream.concat(groups.values().stream(), categories.stream())
                        .toArray())
                .chain(() ->
                        session.persistAll(dishes(document, categories, groups).toArray()));
    }

    private static List<Dish> dishes(
            CarteDocument document, List<Category> categories, Map<String, OptionGroup> groups) {
        List<Dish> dishes = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            Category category = categories.get(i);
            dishes.addAll(numbered(
                    document.categories().get(i).dishes(),
                    (plate, position) -> dish(category, plate, position, groups)));
        }
        return dishes;
    }

    private static OptionGroup group(long restaurantId, CarteDocument.Group from) {
        OptionGroup group = new OptionGroup();
        group.restaurantId = restaurantId;
        group.name = from.name();
        group.minChoices = from.min();
        group.maxChoices = from.max();
        group.options = numbered(from.options(), (choice, position) -> option(group, choice, position));
        return group;
    }

    private static Option option(OptionGroup group, CarteDocument.Choice from, int position) {
        Option option = new Option();
        option.optionGroup = group;
        option.name = from.name();
        option.priceCents = from.priceCents();
        option.position = position;
        return option;
    }

    private static Category category(long restaurantId, CarteDocument.Heading from, int position) {
        Category category = new Category();
        category.restaurantId = restaurantId;
        category.name = from.name();
        category.position = position;
        return category;
    }

    private static Dish dish(
            Category category, CarteDocument.Plate from, int position, Map<String, OptionGroup> groups) {
        Dish dish = new Dish();
        dish.restaurantId = category.restaurantId;
        dish.categoryId = category.categoryId;
        dish.name = from.name();
        dish.description = from.description();
        dish.unitPriceCents = from.unitPriceCents();
        dish.vatDineInBp = rate(from, ServiceMode.DINE_IN);
        dish.vatTakeawayBp = rate(from, ServiceMode.TAKEAWAY);
        dish.vatDeliveryBp = rate(from, ServiceMode.DELIVERY);
        dish.station = from.station();
        dish.course = from.course();
        dish.allergens = from.allergens();
        dish.position = position;
        dish.optionGroupIds = new ArrayList<>(from.optionGroups().stream()
                .map(ref -> Objects.requireNonNull(groups.get(ref), ref).optionGroupId)
                .toList());
        return dish;
    }

    private static int rate(CarteDocument.Plate plate, ServiceMode mode) {
        return Objects.requireNonNull(plate.vatRatesBp().get(mode), plate.name());
    }

    private interface Numbered<F, T> {
        T make(F from, int position);
    }

    private static <F, T> List<T> numbered(List<F> from, Numbered<F, T> maker) {
        return IntStream.range(0, from.size())
                .mapToObj(i -> maker.make(from.get(i), i + 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private CarteDocument read() {
        try (InputStream file = DemoCarte.class.getResourceAsStream("/demo/carte.json")) {
            return json.readValue(file, CarteDocument.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
