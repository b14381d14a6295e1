package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of orders. Each carries the whole order, so that a display needs nothing else to show it. */
final class OrderEvents {

    private OrderEvents() {}

    /** The floor sees everything, a station what concerns its own items. */
    static Event of(OrderChange change) {
        Set<String> topics = Stream.concat(
                        Stream.of("floor"), change.stations().stream().map(station -> "kitchen:" + station))
                .collect(Collectors.toUnmodifiableSet());
        return new Event(change.action().eventType(), change.after().restaurantId(), topics, ChangedOrder.of(change));
    }
}
