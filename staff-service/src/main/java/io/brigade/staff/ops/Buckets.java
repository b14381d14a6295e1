package io.brigade.staff.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quantiles of a cumulative histogram, interpolated within a bucket as Prometheus' {@code histogram_quantile} does. */
final class Buckets {

    /** How many observations were at most this. */
    record Bucket(double upperBound, double count) {}

    private Buckets() {}

    /** The quantile in the unit of the bounds, which ascend and end with infinity; null when nothing was observed. */
    static @Nullable Double quantile(double quantile, List<Bucket> buckets) {
        if (buckets.isEmpty() || buckets.getLast().count() == 0) {
            return null;
        }
        double rank = quantile * buckets.getLast().count();
        double lower = 0;
        double below = 0;
        for (Bucket bucket : buckets) {
            if (bucket.count() >= rank) {
                return Double.isInfinite(bucket.upperBound())
                        ? lower
                        : lower + (bucket.upperBound() - lower) * (rank - below) / (bucket.count() - below);
            }
            lower = bucket.upperBound();
            below = bucket.count();
        }
        return lower;
    }
}
