package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the kitchen does, allowed and not. */
final class KitchenMoves {

    private static final List<String> STATIONS = List.of("HOT", "COLD", "BAR", "PASTRY");
    private static final Map<String, String> NEXT =
            Map.of("SENT", "PREPARING", "PREPARING", "READY", "READY", "SERVED");
    private static final List<String> STATES = List.of("PREPARING", "READY", "SERVED");

    static final List<Move> MOVES = List.of(
            new Move(30, WaiterMoves.onAnyOrder(KitchenMoves::next)),
            new Move(4, WaiterMoves.onAnyOrder(KitchenMoves::anywhere)),
            new Move(6, WaiterMoves.onOpenOrder(KitchenMoves::ticket)),
            new Move(12, WaiterMoves.onAnyOrder(KitchenMoves::recall)),
            new Move(2, who -> who.post("/api/kitchen/recall", Map.of("station", who.one(STATIONS)))),
            new Move(6, who -> who.read("/api/kitchen/board?station=" + who.one(STATIONS))));

    private KitchenMoves() {}

    private static void next(Colleague who, JsonNode order) {
        Sight.item(order, who.random(), "SENT", "PREPARING", "READY")
                .ifPresent(item -> move(who, item, NEXT.get(item.path("state").asText())));
    }

    private static void anywhere(Colleague who, JsonNode order) {
        Sight.item(order, who.random()).ifPresent(item -> move(who, item, who.one(STATES)));
    }

    private static void move(Colleague who, JsonNode item, String state) {
        who.post("/api/kitchen/items/" + item.path("item_id").asLong() + "/state", Map.of("state", state));
    }

    private static void ticket(Colleague who, JsonNode order) {
        Sight.item(order, who.random(), "SENT", "PREPARING", "READY")
                .ifPresent(item -> who.post(
                        "/api/kitchen/tickets/state",
                        Map.of(
                                "order_id",
                                order.path("order_id").asLong(),
                                "course",
                                item.path("course").asInt(),
                                "station",
                                item.path("station").asText(),
                                "state",
                                NEXT.get(item.path("state").asText()))));
    }

    private static void recall(Colleague who, JsonNode order) {
        var item =
                who.chance(80) ? Sight.item(order, who.random(), "READY", "SERVED") : Sight.item(order, who.random());
        item.ifPresent(bumped ->
                who.post("/api/kitchen/items/" + bumped.path("item_id").asLong() + "/recall", null));
    }
}
