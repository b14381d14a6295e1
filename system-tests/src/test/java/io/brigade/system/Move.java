package io.brigade.system;

import java.util.List;
import java.util.Random;

/** One thing that somebody does, and how often compared with others. */
record Move(int weight, Deed deed) {

    /** What is done. */
    interface Deed {
        void by(Colleague who);
    }

    /** One of them, the heavier the more often. */
    static Move one(List<Move> moves, Random random) {
        int at = random.nextInt(moves.stream().mapToInt(Move::weight).sum());
        for (Move move : moves) {
            at -= move.weight();
            if (at < 0) {
                return move;
            }
        }
        throw new IllegalArgumentException("no moves");
    }
}
