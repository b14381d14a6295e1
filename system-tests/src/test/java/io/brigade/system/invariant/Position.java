package io.brigade.system.invariant;

import java.util.Comparator;

/** Id of an event in the stream, {@code milliseconds-sequence}; later events have greater ones. */
public record Position(long milliseconds, long sequence) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::milliseconds).thenComparingLong(Position::sequence);

    /** Of an id. */
    public static Position of(String id) {
        String[] parts = id.split("-", 2);
        return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
