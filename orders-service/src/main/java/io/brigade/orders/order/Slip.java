package io.brigade.orders.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one station is told on paper of one change: only what is new in it. */
public record Slip(SlipKind kind, String station, List<Line> lines) {

    /** A line as it was then. */
    public record Line(
            long itemId,
            int quantity,
            String name,
            List<String> options,
            @Nullable String note,
            int course,
            @Nullable Integer seat,
            List<Allergen> allergies,
            List<Allergen> allergenWarning,
            @Nullable String voidReason) {

        private static Line of(OrderItem item) {
            return new Line(
                    item.itemId(),
                    item.quantity(),
                    item.name(),
                    item.options().stream().map(ChosenOption::name).toList(),
                    item.note(),
                    item.course(),
                    item.seat(),
                    item.allergies(),
                    item.allergenWarning(),
                    item.voidReason());
        }
    }

    /** The slips of a change, by station. */
    static List<Slip> of(OrderChange change) {
        if (change.action() == OrderAction.SPLIT || change.action() == OrderAction.MERGED) {
            return List.of(); // the kitchen cooks the same things
        }
        List<Slip> slips = new ArrayList<>();
        slips.addAll(of(SlipKind.NEW, change, (was, item) -> was == null && item.state() == ItemState.SENT));
        slips.addAll(of(
                SlipKind.FIRE,
                change,
                (was, item) -> was != null && was.state() == ItemState.HELD && item.state() == ItemState.SENT));
        slips.addAll(of(SlipKind.VOID, change, (was, item) -> item.isVoided() && item.sentAt() != null));
        return slips;
    }

    private static List<Slip> of(
            SlipKind kind, OrderChange change, BiPredicate<@Nullable OrderItem, OrderItem> concerned) {
        Map<String, List<OrderItem>> byStation = change.touched().stream()
                .filter(item -> concerned.test(change.was(item), item))
                .collect(Collectors.groupingBy(OrderItem::station, LinkedHashMap::new, Collectors.toList()));
        return byStation.entrySet().stream()
                .map(station -> new Slip(
                        kind,
                        station.getKey(),
                        station.getValue().stream().map(Line::of).toList()))
                .toList();
    }
}
