package io.brigade.platform.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The share of yes among the answers of the last five minutes, kept in slots of half a minute. */
final class RecentShare {

    private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int SLOTS = 10;

    private final LongSupplier clock;
    private final long[] slotNumbers = new long[SLOTS];
    private final long[] all = new long[SLOTS];
    private final long[] yes = new long[SLOTS];

    RecentShare() {
        this(System::nanoTime);
    }

    RecentShare(LongSupplier nanoClock) {
        this.clock = nanoClock;
    }

    synchronized void add(boolean answer) {
        long now = slot();
        int index = (int) Math.floorMod(now, (long) SLOTS);
        if (slotNumbers[index] != now) {
            slotNumbers[index] = now;
            all[index] = 0;
            yes[index] = 0;
        }
        all[index]++;
        yes[index] += answer ? 1 : 0;
    }

    /** In percent; NaN when nothing was answered. */
    synchronized double percent() {
        long oldest = slot() - SLOTS + 1;
        long answered = 0;
        long agreed = 0;
        for (int i = 0; i < SLOTS; i++) {
            if (slotNumbers[i] >= oldest) {
                answered += all[i];
                agreed += yes[i];
            }
        }
        return answered == 0 ? Double.NaN : 100.0 * agreed / answered;
    }

    private long slot() {
        return Math.floorDiv(clock.getAsLong(), SLOT_NANOS);
    }
}
