package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.Suite;
import io.brigade.system.invariant.Evidence;
import io.brigade.system.invariant.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ten tills pay one bill at the same moment, and together they want more than it comes to. {@code
 * -Dbrigade.tills.rounds=1000} plays more rounds, {@code -Dbrigade.tills.seed} the same whims again.
 */
@ExtendWith(RunningSuite.class)
class TenTillsIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final int TILLS = 10;
    private static final int ROUNDS = Integer.getInteger("brigade.tills.rounds", 30);
    private static final long SEED = Long.getLong("brigade.tills.seed", System.nanoTime());

    /** So many tills of a hundred want to take the whole bill. */
    private static final int ALL = 5;

    /** So many of a hundred send their request twice at once. */
    private static final int TWICE = 20;

    private final Random random = new Random(SEED);
    private final Journal journal = new Journal();
    private final JournallingDevice waiter = new JournallingDevice(Device::camilleTheWaiter, journal);
    private final JournallingDevice cashier = new JournallingDevice(Device::inesTheCashier, journal);

    @Test
    void neverTakeTooMuchAndNothingIsLost() throws Exception {
        System.out.println("  " + ROUNDS + " rounds with -Dbrigade.tills.seed=" + SEED);
        try (Drawers drawers = Drawers.open(TILLS)) {
            var collector = new EvidenceCollector();
            long begun = System.nanoTime();
            Map<String, Object> supper = House.heldSupper();
            for (int round = 0; round < ROUNDS; round++) {
                play(supper, drawers.tills());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Evidence evidence = collector.collect(journal, Map.of(), Duration.ofSeconds(10));
            var audit = new MoneyAudit(evidence, FiscalBooks.verified(SUITE));

            System.out.println("  " + audit + ", in " + took.toSeconds() + " s");
            journal.answers().forEach((answer, times) -> System.out.println("  " + times + " × " + answer));
            assertThat(evidence.orders()).hasSize(ROUNDS);
            assertThat(evidence.orders())
                    .allSatisfy(order ->
                            assertThat(order.bill().path("left_cents").asLong()).isZero());
            audit.check(drawers);
        }
    }

    private void play(Map<String, Object> supper, List<String> tills) throws Exception {
        JsonNode order = waiter.write("POST", "/api/orders", supper).json();
        long id = order.path("order_id").asLong();
        atTheSameMoment(attempts(id, order.path("total_cents").asLong(), tills));
        JsonNode bill = cashier.get("/api/bills/" + id).json();
        long left = bill.path("left_cents").asLong();
        assertThat(left).as(bill.toString()).isNotNegative();
        if (left > 0) {
            Exchange rest = cashier.write("POST", "/api/payments", RandomPayments.byCard(id, left, tills.getFirst()));
            assertThat(rest.status()).as(rest.toString()).isEqualTo(201);
        }
    }

    /** One of each till, for a part of the bill or all of it, some of them sent twice; together more than the bill. */
    private List<Callable<Exchange>> attempts(long order, long due, List<String> tills) {
        List<Callable<Exchange>> attempts = new ArrayList<>();
        long wanted = 0;
        for (String till : tills) {
            boolean all = random.nextInt(100) < ALL || (till.equals(tills.getLast()) && wanted <= due);
            long cents = all ? due : 1 + random.nextLong(due * 2 / 5);
            wanted += cents;
            Map<String, Object> payment = RandomPayments.of(order, cents, till, random);
            String key = House.newKey();
            attempts.add(() -> cashier.post("/api/payments", payment, key));
            if (random.nextInt(100) < TWICE) {
                attempts.add(() -> cashier.post("/api/payments", payment, key));
            }
        }
        return attempts;
    }

    private static void atTheSameMoment(List<Callable<Exchange>> attempts) throws Exception {
        var start = new CyclicBarrier(attempts.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exchange>> all = new ArrayList<>();
            for (Callable<Exchange> attempt : attempts) {
                all.add(threads.submit(() -> {
                    start.await();
                    return attempt.call();
                }));
            }
            for (Future<Exchange> one : all) {
                one.get();
            }
        }
    }
}
