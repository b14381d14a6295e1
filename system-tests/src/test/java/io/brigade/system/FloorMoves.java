package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where orders go and how they end, allowed and not. */
final class FloorMoves {

    private static final List<Integer> WAITERS = List.of(101, 102, 999_999);

    static final List<Move> MOVES = List.of(
            new Move(5, WaiterMoves.onAnyOrder(FloorMoves::transfer)),
            new Move(4, WaiterMoves.onAnyOrder(FloorMoves::merge)),
            new Move(5, WaiterMoves.onAnyOrder(FloorMoves::split)),
            new Move(8, WaiterMoves.onAnyOrder(FloorMoves::cancel)),
            new Move(3, WaiterMoves.onAnyOrder(FloorMoves::close)),
            new Move(6, who -> who.read("/api/tables")),
            new Move(6, who -> who.read("/api/orders?status=OPEN&table_id=" + who.table())),
            new Move(8, WaiterMoves.onAnyOrder((who, order) -> who.read(who.path(order)))),
            new Move(4, WaiterMoves.onAnyOrder((who, order) -> who.read(who.path(order) + "/history"))));

    private FloorMoves() {}

    private static void transfer(Colleague who, JsonNode order) {
        Map<String, Object> request = new HashMap<>();
        if (who.chance(85)) {
            request.put("table_id", who.chance(95) ? who.table() : 999_999);
            request.put("additional", who.chance(40));
        }
        if (who.chance(30)) {
            request.put("waiter_id", who.one(WAITERS));
        }
        who.post(who.path(order) + "/transfer", request);
    }

    private static void merge(Colleague who, JsonNode order) {
        who.sight()
                .open(who.random())
                .ifPresent(other -> who.post(
                        who.path(order) + "/merge",
                        Map.of("from_order_id", other.path("order_id").asLong())));
    }

    private static void split(Colleague who, JsonNode order) {
        Map<String, Object> request = new HashMap<>();
        if (who.chance(25)) {
            request.put("seats", List.of(1 + who.random().nextInt(4)));
        } else {
            Sight.item(order, who.random()).ifPresent(item -> {
                Map<String, Object> part =
                        new HashMap<>(Map.of("item_id", item.path("item_id").asLong()));
                if (who.chance(60)) {
                    part.put(
                            "quantity",
                            1 + who.random().nextInt(item.path("quantity").asInt() + 1));
                }
                request.put("items", List.of(part));
            });
        }
        if (who.chance(40)) {
            request.put("table_id", who.table());
        }
        who.post(who.path(order) + "/split", request);
    }

    private static void cancel(Colleague who, JsonNode order) {
        Map<String, Object> request = new HashMap<>(Map.of("reason", "Client parti"));
        WaiterMoves.approve(who, "CANCEL", order, request);
        who.post(who.path(order) + "/cancel", request);
    }

    private static void close(Colleague who, JsonNode order) {
        who.post(who.path(order) + "/close", null);
    }
}
