package io.brigade.orders.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreads an amount in proportion to weights, to the cent: the shares always add up to the amount. The cents that
 * rounding leaves go to the largest remainders (Hamilton's method), the earlier share first when they are equal.
 */
public final class Spread {

    private Spread() {}

    /**
     * The shares, in the order of the weights; equal ones when all weights are 0. A share is never greater than its
     * weight if the amount is not greater than the sum of the weights.
     *
     * @param weights at least one, none negative
     */
    public static List<Long> of(long cents, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return of(cents, weights.stream().map(_ -> 1L).toList());
        }
        List<Long> shares = new ArrayList<>(weights.stream()
                .map(weight -> Math.floorDiv(cents * weight, sum))
                .toList());
        long left = cents - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -Math.floorMod(cents * weights.get(i), sum)))
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return List.copyOf(shares);
    }
}
