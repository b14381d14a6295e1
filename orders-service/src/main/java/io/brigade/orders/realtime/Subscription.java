package io.brigade.orders.realtime;

import io.brigade.platform.event.StreamPosition;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a display asks for.
 *
 * @param subscribe topics: {@code floor}, {@code menu}, {@code bills}, {@code kitchen:STATION}
 * @param lastEventId id of the last event it has seen, to get what it missed; null to start now
 */
record Subscription(
        @Nullable Set<String> subscribe, @Nullable String lastEventId) {

    private static final Pattern TOPIC = Pattern.compile("floor|menu|bills|kitchen:(HOT|COLD|BAR|PASTRY)");

    /** What is wrong with it; null when nothing is. */
    @Nullable String problem() {
        if (subscribe == null
                || subscribe.isEmpty()
                || !subscribe.stream()
                        .allMatch(topic -> topic != null && TOPIC.matcher(topic).matches())) {
            return "subscribe must name topics: floor, menu, bills, kitchen:HOT, kitchen:COLD, kitchen:BAR, kitchen:PASTRY.";
        }
        return lastEventId == null || StreamPosition.isValid(lastEventId)
                ? null
                : "last_event_id must be an id that was sent to you.";
    }

    Set<String> topics() {
        return subscribe == null ? Set.of() : subscribe;
    }
}
