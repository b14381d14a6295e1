package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done at the till, allowed and not. */
final class TillMoves {

    static final List<Move> MOVES = List.of(
            new Move(10, WaiterMoves.onAnyOrder((who, order) -> who.read(bill(order)))),
            new Move(12, WaiterMoves.onOpenOrder(TillMoves::payRest)),
            new Move(8, WaiterMoves.onAnyOrder(TillMoves::payPart)),
            new Move(4, WaiterMoves.onAnyOrder(TillMoves::payTooMuch)));

    private TillMoves() {}

    private static String bill(JsonNode order) {
        return "/api/bills/" + order.path("order_id").asLong();
    }

    private static void payRest(Colleague who, JsonNode order) {
        long left = who.read(bill(order)).json().path("left_cents").asLong();
        pay(who, order, left);
    }

    private static void payPart(Colleague who, JsonNode order) {
        long total = order.path("total_cents").asLong();
        pay(who, order, 1 + who.random().nextLong(Math.max(1, total)));
    }

    private static void payTooMuch(Colleague who, JsonNode order) {
        pay(who, order, order.path("total_cents").asLong() + 1 + who.random().nextInt(1_000));
    }

    private static void pay(Colleague who, JsonNode order, long cents) {
        Map<String, Object> payment = new HashMap<>();
        payment.put("order_id", order.path("order_id").asLong());
        payment.put("amount_cents", cents);
        if (who.chance(50)) {
            payment.put("method", "CARD");
        } else {
            payment.put("method", "CASH");
            payment.put("tendered_cents", Math.max(1, cents + who.one(List.of(0, 500, -1))));
        }
        if (who.chance(20)) {
            payment.put("tip_cents", 100);
        }
        who.post("/api/payments", payment);
    }
}
