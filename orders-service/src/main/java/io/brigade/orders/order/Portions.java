package io.brigade.orders.order;

import io.brigade.orders.carte.PriceList;
import io.brigade.platform.event.Event;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts portions of dishes of which only so many are left. The count is a row of this service's database, so that the
 * last portion is sold once, on whichever instance; menu-service sets it and is told what is left.
 */
@ApplicationScoped
class Portions {

    /** Name of the check that refuses to go below zero. */
    static final String OVERSOLD = "portions_not_oversold";

    private final Outbox outbox;

    @Inject
    Portions(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * How many portions of a dish are asked for.
     *
     * @param portionsSet names the count
     * @param portionsLeft portions there were when the carte was read
     */
    record Taken(long dishId, long portionsSet, int portionsLeft, int taken) {}

    /** {@code dish.portions_left}: menu-service keeps it. */
    private record PortionsLeft(long dishId, long portionsSet, int portionsLeft, long portionsVersion) {}

    /** What these items take of counted dishes, by dish. */
    static List<Taken> of(List<OrderItem> items, PriceList prices) {
        Map<Counted, Integer> taken = items.stream()
                .filter(item -> item.portionsSet() != null)
                .collect(Collectors.groupingBy(Portions::counted, Collectors.summingInt(OrderItem::quantity)));
        return taken.entrySet().stream()
                .map(dish -> new Taken(
                        dish.getKey().dishId(),
                        dish.getKey().portionsSet(),
                        Objects.requireNonNullElse(
                                prices.portionsLeft(dish.getKey().dishId()), 0),
                        dish.getValue()))
                .toList();
    }

    /** Adds the arrays that a statement unnests. */
    static void addTo(Tuple parameters, List<Taken> taken) {
        parameters.addArrayOfLong(taken.stream().map(Taken::dishId).toArray(Long[]::new));
        parameters.addArrayOfLong(taken.stream().map(Taken::portionsSet).toArray(Long[]::new));
        parameters.addArrayOfInteger(taken.stream().map(Taken::portionsLeft).toArray(Integer[]::new));
        parameters.addArrayOfInteger(taken.stream().map(Taken::taken).toArray(Integer[]::new));
    }

    /** Takes portions; the statement fails when there are not enough. */
    Uni<Void> take(Transaction transaction, long restaurantId, List<Taken> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(restaurantId);
        addTo(parameters, taken);
        return run(transaction, restaurantId, OrderSql.TAKE_PORTIONS_LATER, parameters);
    }

    /** Gives back what was not made yet. A count that was set anew since knows nothing of it. */
    Uni<Void> giveBack(Transaction transaction, long restaurantId, List<OrderItem> voided) {
        Map<Counted, Integer> returned = voided.stream()
                .filter(item -> item.portionsSet() != null)
                .collect(Collectors.groupingBy(Portions::counted, Collectors.summingInt(OrderItem::quantity)));
        if (returned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Counted> counts = List.copyOf(returned.keySet());
        Tuple parameters = Tuple.of(restaurantId);
        parameters.addArrayOfLong(counts.stream().map(Counted::dishId).toArray(Long[]::new));
        parameters.addArrayOfLong(counts.stream().map(Counted::portionsSet).toArray(Long[]::new));
        parameters.addArrayOfInteger(counts.stream().map(returned::get).toArray(Integer[]::new));
        return run(transaction, restaurantId, OrderSql.RETURN_PORTIONS, parameters);
    }

    private record Counted(long dishId, long portionsSet) {}

    private static Counted counted(OrderItem item) {
        return new Counted(item.dishId(), Objects.requireNonNull(item.portionsSet()));
    }

    private Uni<Void> run(Transaction transaction, long restaurantId, String sql, Tuple parameters) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(parameters)
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> outbox.append(transaction, told(restaurantId, row)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Event told(long restaurantId, Row row) {
        return new Event(
                "dish.portions_left",
                restaurantId,
                Set.of("menu"),
                new PortionsLeft(
                        row.getLong("dish_id"),
                        row.getLong("portions_set"),
                        row.getInteger("portions_left"),
                        row.getLong("portions_version")));
    }
}
