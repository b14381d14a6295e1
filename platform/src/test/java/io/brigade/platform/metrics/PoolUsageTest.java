package io.brigade.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PoolUsageTest {

    private final PoolUsage pool = new PoolUsage(10, Duration.ofMinutes(1));

    @Test
    void whoAsksWaitsThenHasAConnectionThenIsGone() {
        PoolUsage.Caller caller = pool.submitted();
        PoolUsage.Caller other = pool.submitted();
        assertUsage(2, 0);

        pool.begin(caller);
        assertUsage(1, 1);

        pool.rejected(other);
        pool.end(caller, true);
        assertUsage(0, 0);
        assertThat(pool.max()).isEqualTo(10);
    }

    @Test
    void whatIsToldTwiceIsCountedOnce() {
        PoolUsage.Caller caller = pool.submitted();
        pool.rejected(caller);
        pool.begin(caller);
        pool.end(caller, false);
        assertUsage(0, 0);

        PoolUsage.Caller other = pool.submitted();
        pool.begin(other);
        pool.begin(other);
        pool.end(other, true);
        pool.end(other, true);
        assertUsage(0, 0);
    }

    @Test
    void whoseConnectionCouldNotBeMadeIsForgotten() {
        PoolUsage pool = new PoolUsage(10, Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            pool.submitted();
        }

        assertThat(pool.pending()).isZero();
    }

    private void assertUsage(int pending, int active) {
        assertThat(pool.pending()).isEqualTo(pending);
        assertThat(pool.active()).isEqualTo(active);
    }
}
