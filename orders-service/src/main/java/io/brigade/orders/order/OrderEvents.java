package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of orders. Each carries the whole order, so that a display needs nothing else to show it. */
final class OrderEvents {

    private OrderEvents() {}

    static Event created(Order order) {
        return of("order.created", order, order.items());
    }

    static Event itemsAdded(Order order, List<OrderItem> added) {
        return of("order.items_added", order, added);
    }

    static Event itemMoved(Order order, OrderItem item) {
        return of("order.item_moved", order, List.of(item));
    }

    static Event closed(Order order) {
        return of("order.closed", order, List.of());
    }

    /** For the log: {@code order.items_added} reads "items added". */
    static String inWords(Event event) {
        return event.type().substring(event.type().indexOf('.') + 1).replace('_', ' ');
    }

    /** The floor sees everything, a station what concerns its own items. */
    private static Event of(String type, Order order, List<OrderItem> concerned) {
        Set<String> topics = Stream.concat(
                        Stream.of("floor"), concerned.stream().map(item -> "kitchen:" + item.station()))
                .collect(Collectors.toUnmodifiableSet());
        return new Event(type, order.restaurantId(), topics, OrderView.of(order));
    }
}
