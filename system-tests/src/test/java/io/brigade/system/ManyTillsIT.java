package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.local.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tills wait for each other, because a restaurant's fiscal journal is written one entry after the other: with 32 of them
 * none waits much longer than the others, and all are served. {@code -Dbrigade.many.bills=3000} measures longer.
 */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class ManyTillsIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final int BILLS = Integer.getInteger("brigade.many.bills", 150);
    private static final int TILLS = 32;

    /** A lock is waited for two seconds, then the answer is 409: on a machine of its own nobody comes near to that. */
    private static final double HALF_OF_THE_LOCK_TIMEOUT_MILLIS = 1_000;

    /** On a machine that is busy with other things all wait long; but nobody much longer than the others. */
    private static final double MOST_TIMES_THE_MEDIAN = 5;

    @Test
    void ofOneRestaurantAndOfTwoAreAllServedInTime() throws Exception {
        Counter house = Counter.ofTheHouse();
        Counter other = Counter.ofTheOtherRestaurant();
        payAll("warming up", house.stock(TILLS * 2), other.stock(TILLS * 2));
        Latencies one = payAll("one restaurant", house.stock(BILLS));
        Latencies both = payAll("two restaurants", house.stock(BILLS / 2), other.stock(BILLS / 2));

        System.out.println("  " + house.answers() + " " + other.answers());
        assertThat(List.of(one, both)).allSatisfy(latencies -> assertThat(latencies.percentileMillis(99))
                .isLessThan(Math.max(
                        HALF_OF_THE_LOCK_TIMEOUT_MILLIS, MOST_TIMES_THE_MEDIAN * latencies.percentileMillis(50))));
        assertThat(house.paid().size() + other.paid().size()).isEqualTo(TILLS * 4 + BILLS + BILLS / 2 * 2);
        FiscalBooks books = FiscalBooks.verified(SUITE);
        assertThat(Stream.of(house, other).flatMap(counter -> counter.paid().stream()))
                .allSatisfy(payment -> {
                    long cents = payment.path("amount_cents").asLong();
                    assertThat(books.payments())
                            .containsEntry(payment.path("payment_id").asLong(), cents);
                    assertThat(books.tickets())
                            .containsEntry(payment.path("order_id").asLong(), cents);
                });
    }

    /** The tills stand at the counters in turn and pay until no bill is left. */
    private static Latencies payAll(String what, Counter... counters) throws Exception {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tills = new ArrayList<>();
            for (int i = 0; i < TILLS; i++) {
                Counter counter = Arrays.asList(counters).get(i % counters.length);
                tills.add(threads.submit(() -> payAll(counter, nanos)));
            }
            for (Future<?> till : tills) {
                till.get();
            }
        }
        Latencies latencies = new Latencies(List.copyOf(nanos));
        System.out.printf(
                "  %d tills, %s: %.0f payments/s, %s%n",
                TILLS, what, nanos.size() * 1e9 / (System.nanoTime() - begun), latencies);
        return latencies;
    }

    private static void payAll(Counter counter, Queue<Long> nanos) {
        while (true) {
            long sent = System.nanoTime();
            if (!counter.payNext()) {
                return;
            }
            nanos.add(System.nanoTime() - sent);
        }
    }
}
