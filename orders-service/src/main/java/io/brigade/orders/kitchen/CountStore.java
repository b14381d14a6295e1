package io.brigade.orders.kitchen;

import io.brigade.orders.order.ChosenOption;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Counts what a station still has to make. */
@ApplicationScoped
class CountStore {

    /** Different ways in which dishes were ordered, far more than a carte is ordered in at once. */
    private static final int MOST_WAYS = 2_000;

    /** Index: order_items_on_board. */
    private static final String COUNT = """
            SELECT i.dish_id, i.name, i.options, sum(i.quantity) AS quantity FROM order_items i
            WHERE i.restaurant_id = $1 AND i.station = $2 AND %s
            GROUP BY i.dish_id, i.name, i.options ORDER BY max(i.item_id) DESC LIMIT $3""".formatted(KitchenSql.TO_MAKE);

    private final Pool pool;

    @Inject
    CountStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Counts> count(long restaurantId, Station station) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(restaurantId, station.name(), MOST_WAYS))
                .map(rows -> new Counts(
                        station.name(),
                        dishes(StreamSupport.stream(rows.spliterator(), false).toList())));
    }

    private static List<Counts.DishCount> dishes(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.getLong("dish_id"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(CountStore::dish)
                .sorted(Comparator.comparing(Counts.DishCount::quantity)
                        .reversed()
                        .thenComparing(Counts.DishCount::dishId))
                .toList();
    }

    /** The dish has the name that it was last ordered by. */
    private static Counts.DishCount dish(List<Row> ways) {
        Row last = ways.getFirst();
        return new Counts.DishCount(
                last.getLong("dish_id"),
                last.getString("name"),
                ways.stream().mapToLong(way -> way.getLong("quantity")).sum(),
                options(ways));
    }

    private static List<Counts.OptionCount> options(List<Row> ways) {
        Map<Long, Counts.OptionCount> counts = new LinkedHashMap<>();
        for (Row way : ways) {
            long quantity = way.getLong("quantity");
            for (ChosenOption option : ChosenOption.read(way.getString("options"))) {
                counts.merge(
                        option.optionId(),
                        new Counts.OptionCount(option.optionId(), option.name(), quantity),
                        CountStore::together);
            }
        }
        return counts.values().stream()
                .sorted(Comparator.comparing(Counts.OptionCount::quantity)
                        .reversed()
                        .thenComparing(Counts.OptionCount::optionId))
                .toList();
    }

    private static Counts.OptionCount together(Counts.OptionCount one, Counts.OptionCount other) {
        return new Counts.OptionCount(one.optionId(), one.name(), one.quantity() + other.quantity());
    }
}
