package io.brigade.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts look-ups in a cache as {@code cache_requests_total} and shows {@code cache_hit_rate}. */
public final class CacheMeter {

    private final Counter hits;
    private final Counter misses;
    private final RecentShare share = new RecentShare();

    /**
     * Registers the meters, at zero.
     *
     * @param cache the {@code cache} label
     */
    public CacheMeter(MeterRegistry registry, String cache) {
        hits = counter(registry, cache, "hit");
        misses = counter(registry, cache, "miss");
        Gauge.builder("cache.hit.rate", share, RecentShare::percent)
                .description("Hits in percent of look-ups over the last five minutes; NaN when there were none")
                .tag("cache", cache)
                .strongReference(true)
                .register(registry);
    }

    /** Counts a look-up. */
    public void count(boolean hit) {
        (hit ? hits : misses).increment();
        share.add(hit);
    }

    private static Counter counter(MeterRegistry registry, String cache, String result) {
        return Counter.builder("cache.requests")
                .description("Look-ups in a cache")
                .tag("cache", cache)
                .tag("result", result)
                .register(registry);
    }
}
