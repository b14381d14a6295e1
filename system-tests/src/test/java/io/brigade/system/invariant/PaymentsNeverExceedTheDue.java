package io.brigade.system.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invariant 3: what is captured never exceeds what the order owed when it was taken, however many tills take it. */
final class PaymentsNeverExceedTheDue implements Invariant {

    /** A change says when it was made, which may be that long before others see it. */
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(2);

    @Override
    public Stream<String> brokenIn(Evidence evidence) {
        Map<Long, OrderFile> orders = evidence.byId();
        return evidence.paymentsByOrder().entrySet().stream()
                .filter(order -> orders.containsKey(order.getKey()))
                .flatMap(order -> check(orders.get(order.getKey()), order.getValue()));
    }

    private static Stream<String> check(OrderFile file, List<Exchange> payments) {
        List<String> findings = new ArrayList<>();
        long captured = 0;
        for (Exchange payment : payments) {
            captured += payment.json().path("amount_cents").asLong();
            long left = payment.json().path("left_cents").asLong(-1);
            if (left < 0 || !wasDue(file, captured + left, payment)) {
                findings.add("payment " + Evidence.paymentId(payment) + " of " + file + " brought " + captured
                        + " and left " + left + ", which was not due then");
            }
        }
        return findings.stream();
    }

    /** Whether the order's total was that while the payment was taken. */
    private static boolean wasDue(OrderFile file, long total, Exchange payment) {
        List<Step> steps = file.steps();
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).after().totalCents() == total)
                .filter(i -> !steps.get(i).at().isAfter(payment.answered()))
                .anyMatch(i -> i + 1 == steps.size() || !until(steps, i).isBefore(payment.sent()));
    }

    private static Instant until(List<Step> steps, int index) {
        return steps.get(index + 1).at().plus(COMMITTED_WITHIN);
    }
}
