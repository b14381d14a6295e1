package io.brigade.system;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long answers took. */
record Latencies(List<Long> nanos) {

    /** Sorted, so that percentiles are a look-up. */
    Latencies {
        nanos = nanos.stream().sorted().toList();
    }

    /** So much of the answers took at most that many milliseconds, by the nearest rank. */
    double percentileMillis(int percent) {
        int rank = (int) Math.ceil(nanos.size() * percent / 100.0);
        return nanos.get(Math.max(0, rank - 1)) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public String toString() {
        return "%d answers, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(nanos.size(), percentileMillis(50), percentileMillis(99), percentileMillis(100));
    }
}
