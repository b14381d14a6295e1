package io.brigade.system;

import java.util.List;
import java.util.Map;

/** What the chef says is sold out, and back on. */
final class ChefMoves {

    /** A dish that comes and goes. */
    private static final String DISH = "Mousse au chocolat noir";

    static final List<Move> MOVES = List.of(new Move(2, ChefMoves::changeAvailability));

    private ChefMoves() {}

    private static void changeAvailability(Colleague who) {
        who.write("PUT", "/api/menu/dishes/" + House.dish(DISH) + "/availability", Map.of("available", who.chance(70)));
    }
}
