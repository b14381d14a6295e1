package io.brigade.platform.metrics;

import io.vertx.core.spi.metrics.PoolMetrics;
import java.util.concurrent.atomic.AtomicInteger;

/** How much of a connection pool is in use, told by the pool itself. */
final class PoolUsage implements PoolMetrics<Object> {

    private static final Object TICKET = new Object();

    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger active = new AtomicInteger();
    private final int max;

    PoolUsage(int max) {
        this.max = max;
    }

    /** How many wait for a connection. */
    int pending() {
        return pending.get();
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
    public Object submitted() {
        pending.incrementAndGet();
        return TICKET;
    }

    @Override
    public Object begin(Object ticket) {
        pending.decrementAndGet();
        active.incrementAndGet();
        return ticket;
    }

    @Override
    public void rejected(Object ticket) {
        pending.decrementAndGet();
    }

    @Override
    public void end(Object ticket, boolean succeeded) {
        active.decrementAndGet();
    }
}
