package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.system.invariant.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What is done to what is on an order, allowed and not. */
final class WaiterMoves {

    private static final int FULL_HOUSE = 25;
    private static final int LONG_ORDER = 12;

    static final List<Move> MOVES = List.of(
            new Move(14, WaiterMoves::place),
            new Move(16, onOpenOrder(WaiterMoves::add)),
            new Move(6, onOpenOrder(WaiterMoves::editHeld)),
            new Move(7, onOpenOrder(WaiterMoves::fire)),
            new Move(8, onAnyOrder(WaiterMoves::voidItem)),
            new Move(6, onAnyOrder(WaiterMoves::discount)),
            new Move(3, onAnyOrder(WaiterMoves::removeDiscount)),
            new Move(5, onAnyOrder(WaiterMoves::changeCovers)));

    private WaiterMoves() {}

    static Move.Deed onOpenOrder(BiConsumer<Colleague, JsonNode> deed) {
        return who -> who.sight().open(who.random()).ifPresent(order -> deed.accept(who, order));
    }

    /** Mostly an open one. */
    static Move.Deed onAnyOrder(BiConsumer<Colleague, JsonNode> deed) {
        return who -> (who.chance(90)
                        ? who.sight().open(who.random())
                        : who.sight().any(who.random()))
                .ifPresent(order -> deed.accept(who, order));
    }

    private static void place(Colleague who) {
        if (who.sight().openOrders() > FULL_HOUSE) {
            return;
        }
        Map<String, Object> order = new HashMap<>();
        order.put("client_ref", new UUID(who.random().nextLong(), who.random().nextLong()).toString());
        if (who.chance(12)) {
            order.put("service_mode", who.chance(50) ? "TAKEAWAY" : "DELIVERY");
            order.put("customer", Map.of("name", "M. Dupont", "phone", "0472000000"));
            order.put("items", who.wishes().items(who.random(), 1 + who.random().nextInt(3)));
        } else {
            order.put("table_id", who.table());
            order.put("additional", who.chance(20));
            order.put("covers", 1 + who.random().nextInt(6));
            order.put(
                    "items",
                    who.chance(15)
                            ? List.of()
                            : who.wishes().items(who.random(), 1 + who.random().nextInt(4)));
        }
        who.post("/api/orders", order);
    }

    private static void add(Colleague who, JsonNode order) {
        if (order.path("items").size() > LONG_ORDER) {
            return;
        }
        who.post(
                who.path(order) + "/items",
                Map.of(
                        "items",
                        who.wishes().items(who.random(), 1 + who.random().nextInt(3))));
    }

    private static void editHeld(Colleague who, JsonNode order) {
        var item = who.chance(85) ? Sight.item(order, who.random(), "HELD") : Sight.item(order, who.random());
        item.ifPresent(held -> {
            Map<String, Object> edit = new HashMap<>();
            edit.put(
                    "quantity",
                    who.chance(60)
                            ? held.path("quantity").asInt()
                            : 1 + who.random().nextInt(4));
            edit.put(
                    "options",
                    Json.each(held.path("options"))
                            .map(option -> option.path("option_id").asLong())
                            .toList());
            edit.put("note", "bien chaud");
            edit.put("course", held.path("course").asInt());
            int version = held.path("version").asInt() + (who.chance(15) ? 1 : 0);
            who.write(
                    "PUT",
                    who.path(order) + "/items/" + held.path("item_id").asLong(),
                    edit,
                    "If-Match",
                    "\"v" + version + "\"");
        });
    }

    private static void fire(Colleague who, JsonNode order) {
        int course = Sight.item(order, who.random(), "HELD")
                .map(item -> item.path("course").asInt())
                .orElseGet(() -> who.random().nextInt(10));
        who.post(who.path(order) + "/courses/" + course + "/fire", null);
    }

    private static void voidItem(Colleague who, JsonNode order) {
        Sight.item(order, who.random()).ifPresent(item -> {
            Map<String, Object> request = new HashMap<>(Map.of("reason", "Erreur de commande"));
            if (who.chance(40)) {
                request.put(
                        "quantity",
                        1 + who.random().nextInt(item.path("quantity").asInt() + 1));
            }
            approve(who, "VOID", order, request);
            who.post(who.path(order) + "/items/" + item.path("item_id").asLong() + "/void", request);
        });
    }

    private static void discount(Colleague who, JsonNode order) {
        Map<String, Object> request = new HashMap<>(Map.of("reason", "Attente trop longue"));
        switch (who.random().nextInt(5)) {
            case 0 -> request.putAll(Map.of("kind", "COMP"));
            case 1 ->
                request.putAll(Map.of(
                        "kind", "AMOUNT", "amount_cents", 100 + who.random().nextInt(900)));
            case 2 -> request.putAll(Map.of("kind", "PERCENT", "percent_bp", 5_000));
            default ->
                request.putAll(Map.of(
                        "kind", "PERCENT", "percent_bp", 100 + who.random().nextInt(900)));
        }
        Sight.item(order, who.random())
                .filter(_ -> who.chance(70) || request.containsValue("COMP"))
                .ifPresent(item -> request.put("item_id", item.path("item_id").asLong()));
        approve(who, "DISCOUNT", order, request);
        who.post(who.path(order) + "/discounts", request);
    }

    private static void removeDiscount(Colleague who, JsonNode order) {
        List<JsonNode> given = new ArrayList<>();
        order.path("discounts").forEach(given::add);
        int number = given.isEmpty() || who.chance(10)
                ? 9
                : who.one(given).path("discount_no").asInt();
        who.write("DELETE", who.path(order) + "/discounts/" + number, null);
    }

    private static void changeCovers(Colleague who, JsonNode order) {
        long version = order.path("version").asLong() - (who.chance(30) ? 1 : 0);
        who.write(
                "PUT",
                who.path(order),
                Map.of("covers", 1 + who.random().nextInt(8)),
                "If-Match",
                "\"v" + version + "\"");
    }

    /** Now and then with a manager's approval; sometimes with one that is for something else. */
    static void approve(Colleague who, String action, JsonNode order, Map<String, Object> request) {
        if (!who.device().who().mayApprove() && who.chance(35)) {
            String given = who.chance(90) ? action : "CANCEL";
            who.approval(given, order).ifPresent(token -> request.put("approval_token", token));
        }
    }
}
