package io.brigade.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for a condition that only polling can tell. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(40);

    private Patience() {}

    /** Returns true as soon as the condition holds, false when it did not within the limit or we were interrupted. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
