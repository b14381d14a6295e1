package io.brigade.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentShareTest {

    private final AtomicLong now = new AtomicLong(TimeUnit.HOURS.toNanos(-1)); // nanoTime may be negative
    private final RecentShare share = new RecentShare(now::get);

    @Test
    void thereIsNoShareOfNothing() {
        assertThat(share.percent()).isNaN();
    }

    @Test
    void isInPercentOfWhatWasAnswered() {
        share.add(true);
        share.add(true);
        share.add(true);
        share.add(false);

        assertThat(share.percent()).isEqualTo(75);
    }

    @Test
    void forgetsWhatIsOlderThanFiveMinutes() {
        share.add(false);
        now.addAndGet(TimeUnit.MINUTES.toNanos(4));
        share.add(true);
        assertThat(share.percent()).isEqualTo(50);

        now.addAndGet(TimeUnit.MINUTES.toNanos(2));
        assertThat(share.percent()).isEqualTo(100);

        now.addAndGet(TimeUnit.MINUTES.toNanos(10));
        assertThat(share.percent()).isNaN();
    }
}
