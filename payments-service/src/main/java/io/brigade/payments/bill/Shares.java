package io.brigade.payments.bill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Shares an amount out to the cent: the parts always add up to it. */
public final class Shares {

    private Shares() {}

    /** Equal parts; the first ones get the cents that are left over. */
    public static List<Long> equal(long cents, int parts) {
        long part = cents / parts;
        long over = cents % parts;
        return IntStream.range(0, parts)
                .mapToObj(i -> i < over ? part + 1 : part)
                .toList();
    }

    /**
     * In proportion to weights (largest remainder method): no part is more than a cent away from its exact share.
     *
     * @param weights none negative; their sum is not 0 unless there is nothing to share
     */
    public static List<Long> inProportion(long cents, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return equal(cents, weights.size());
        }
        long[] parts =
                weights.stream().mapToLong(weight -> cents * weight / sum).toArray();
        long over = cents - LongStream.of(parts).sum();
        List<Integer> byRemainder =
                new ArrayList<>(IntStream.range(0, parts.length).boxed().toList());
        byRemainder.sort(Comparator.comparingLong((Integer i) -> cents * weights.get(i) % sum)
                .reversed());
        byRemainder.stream().limit(over).forEach(i -> parts[i]++);
        return LongStream.of(parts).boxed().toList();
    }
}
