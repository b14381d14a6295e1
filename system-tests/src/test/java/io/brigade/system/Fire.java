package io.brigade.system;

import io.brigade.local.Component;
import io.brigade.local.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Kills both instances of payments-service and the database with SIGKILL, in turn, and starts each again. */
final class Fire {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<Component> victims;
    private final Map<String, Integer> killed = new TreeMap<>();
    private volatile boolean raged;

    Fire(Suite suite) {
        this.victims = List.of(
                suite.service("payments").instance(1), suite.service("payments").instance(2), suite.postgres());
    }

    /** Round after round until that is so; one in any case. All run when it returns. */
    void rage(BooleanSupplier over) {
        try {
            do {
                victims.forEach(this::restart);
                raged = true;
            } while (!over.getAsBoolean());
        } finally {
            raged = true; // nobody waits for a fire that failed
        }
    }

    private void restart(Component victim) {
        victim.kill();
        killed.merge(victim.name(), 1, Integer::sum);
        victim.start();
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    /** Whether everybody had a turn. */
    boolean hasRaged() {
        return raged;
    }

    @Override
    public String toString() {
        return "killed: " + killed;
    }
}
