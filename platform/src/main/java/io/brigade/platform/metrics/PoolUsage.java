package io.brigade.platform.metrics;

import io.vertx.core.spi.metrics.PoolMetrics;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much of a connection pool is in use, told by the pool itself. It does not tell of callers whose connection could not
 * be made (vertx-sql-client issue 1625), and may tell of one twice: each is counted once, and nobody waits for longer than
 * anybody can.
 */
final class PoolUsage implements PoolMetrics<PoolUsage.Caller> {

    private final Queue<Caller> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger active = new AtomicInteger();
    private final int max;
    private final long longestWaitNanos;

    /** Of a pool of so many connections, for one of which nobody waits longer than that. */
    PoolUsage(int max, Duration longestWait) {
        this.max = max;
        this.longestWaitNanos = longestWait.toNanos();
    }

    /** How many wait for a connection. */
    int pending() {
        queue.removeIf(this::waitsNoMore);
        return queue.size();
    }

    /** How many connections are lent out. */
    int active() {
        return active.get();
    }

    /** How many there may be. */
    int max() {
        return max;
    }

    @Override
    public Caller submitted() {
        forgetSome();
        Caller caller = new Caller();
        queue.add(caller);
        return caller;
    }

    @Override
    public Caller begin(Caller caller) {
        if (caller.compareAndSet(Stage.WAITS, Stage.HAS_CONNECTION)) {
            active.incrementAndGet();
        }
        return caller;
    }

    @Override
    public void rejected(Caller caller) {
        caller.compareAndSet(Stage.WAITS, Stage.GONE);
    }

    @Override
    public void end(Caller caller, boolean succeeded) {
        if (caller.compareAndSet(Stage.HAS_CONNECTION, Stage.GONE)) {
            active.decrementAndGet();
        }
    }

    /** Two leave for each that comes, so that the queue is short though nobody may ever count it. */
    private void forgetSome() {
        for (int i = 0; i < 2; i++) {
            Caller first = queue.peek();
            if (first == null || !waitsNoMore(first)) {
                return;
            }
            queue.remove(first);
        }
    }

    private boolean waitsNoMore(Caller caller) {
        return caller.get() != Stage.WAITS || System.nanoTime() - caller.since >= longestWaitNanos;
    }

    private enum Stage {
        WAITS,
        HAS_CONNECTION,
        GONE
    }

    /** Somebody who asked for a connection. */
    static final class Caller extends AtomicReference<Stage> {

        private static final long serialVersionUID = 1;

        private final long since = System.nanoTime();

        private Caller() {
            super(Stage.WAITS);
        }
    }
}
