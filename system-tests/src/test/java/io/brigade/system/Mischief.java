package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a device should not send, and what it sends again because it heard nothing. */
final class Mischief {

    private static final List<String> UNKNOWN = List.of(
            "/api/orders/999999999", "/api/orders/00000000-0000-0000-0000-000000000000", "/api/bills/999999999");

    static final List<Move> MOVES = List.of(
            new Move(8, Mischief::sendAgain),
            new Move(3, Mischief::sendOtherwise),
            new Move(2, who -> who.read(who.one(UNKNOWN))),
            new Move(1, who -> who.post("/api/kitchen/items/999999999/state", Map.of("state", "READY"))),
            new Move(1, who -> who.device().withoutKey("POST", "/api/orders", "{\"table_id\": ")),
            new Move(
                    1,
                    who -> who.post(
                            "/api/orders", Map.of("table_id", who.table(), "items", List.of(Map.of("quantity", -1))))),
            new Move(1, who -> who.device()
                    .withoutKey("POST", "/api/payments", Map.of("order_id", 1, "method", "CARD", "amount_cents", 1))),
            new Move(1, who -> who.read("/api/orders?cursor=nonsense")));

    /** Somebody of another restaurant tries what belongs to this one. */
    static final List<Move> OF_A_STRANGER = List.of(
            new Move(1, who -> who.read("/api/orders?limit=20")),
            new Move(1, who -> who.read("/api/tables")),
            new Move(1, WaiterMoves.onAnyOrder((who, order) -> who.read(who.path(order)))),
            new Move(1, WaiterMoves.onAnyOrder((who, order) -> who.read(who.path(order) + "/history"))),
            new Move(
                    1,
                    WaiterMoves.onAnyOrder((who, order) ->
                            who.read("/api/bills/" + order.path("order_id").asLong()))),
            new Move(1, WaiterMoves.onAnyOrder(Mischief::reachOver)));

    private Mischief() {}

    private static void sendAgain(Colleague who) {
        who.earlier().ifPresent(earlier -> who.device().again(earlier));
    }

    private static void sendOtherwise(Colleague who) {
        who.earlier()
                .filter(earlier -> earlier.body() != null && earlier.status() < 300)
                .ifPresent(earlier -> altered((ObjectNode) earlier.requested())
                        .ifPresent(body -> who.device().otherwise(earlier, body)));
    }

    /** As valid as it was, and not the same; empty for a request in which there is nothing to alter. */
    private static Optional<ObjectNode> altered(ObjectNode body) {
        if (body.path("items").path(0) instanceof ObjectNode item && item.has("quantity")) {
            another(item, "quantity");
            return Optional.of(body);
        }
        for (String number : List.of("amount_cents", "covers", "quantity")) {
            if (body.has(number)) {
                another(body, number);
                return Optional.of(body);
            }
        }
        for (String truth : List.of("additional", "available")) {
            if (body.has(truth)) {
                return Optional.of(body.put(truth, !body.path(truth).asBoolean()));
            }
        }
        return body.has("reason")
                ? Optional.of(body.put("reason", body.path("reason").asText() + "."))
                : Optional.empty();
    }

    private static void another(ObjectNode node, String number) {
        node.put(number, 1 + node.path(number).asLong() % 9);
    }

    private static void reachOver(Colleague who, JsonNode order) {
        long orderId = order.path("order_id").asLong();
        JsonNode item = order.path("items").path(0);
        switch (who.random().nextInt(6)) {
            case 0 -> who.post(who.path(order) + "/cancel", Map.of("reason", "Client parti"));
            case 1 -> who.post(who.path(order) + "/close", null);
            case 2 -> who.post("/api/payments", Map.of("order_id", orderId, "method", "CARD", "amount_cents", 1));
            case 3 ->
                who.post(who.path(order) + "/items", Map.of("items", List.of(Map.of("dish_id", 1, "quantity", 1))));
            case 4 ->
                who.post(
                        "/api/kitchen/items/" + item.path("item_id").asLong() + "/state", Map.of("state", "PREPARING"));
            default -> who.write("PUT", who.path(order), Map.of("covers", 1));
        }
    }
}
