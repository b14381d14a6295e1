package io.brigade.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.brigade.local.Progress;
import io.brigade.local.Suite;
import io.brigade.system.invariant.Evidence;
import io.brigade.system.invariant.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tills take payments, each sent again under its key until it is answered, while payments-service and the database are
 * killed again and again. {@code -Dbrigade.fire.payments=5000} takes more, {@code -Dbrigade.fire.seed} the same again.
 */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class PaymentsUnderFireIT {

    private static final Suite SUITE = RunningSuite.suite();
    private static final int PAYMENTS = Integer.getInteger("brigade.fire.payments", 150);
    private static final long SEED = Long.getLong("brigade.fire.seed", System.nanoTime());
    private static final int TILLS = 8;
    private static final int MOST_PARTS = 6;

    /** So many orders of a hundred are not paid to the end. */
    private static final int UNPAID = 10;

    private final Fire fire = new Fire(SUITE);
    private final Journal journal = new Journal();
    private final JournallingDevice waiter = new JournallingDevice(Device::camilleTheWaiter, journal);
    private final JournallingDevice cashier = new JournallingDevice(Device::inesTheCashier, journal);
    private final AtomicInteger taken = new AtomicInteger();

    @AfterEach
    void startWhatWasKilled() {
        journal.answers().forEach((answer, times) -> System.out.println("  " + times + " × " + answer));
        SUITE.up(Progress.silent());
    }

    @Test
    void eachAcknowledgedPaymentExistsOnce() throws Exception {
        System.out.println("  " + PAYMENTS + " payments with -Dbrigade.fire.seed=" + SEED);
        try (Drawers drawers = Drawers.open(TILLS)) {
            var collector = new EvidenceCollector();
            long begun = System.nanoTime();
            takePaymentsUnderFire(drawers.tills());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            SUITE.up(Progress.silent());
            sendAllAgain();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(waitingEvents()).isZero());
            Evidence evidence = collector.collect(journal, Map.of(), Duration.ofSeconds(60));
            var audit = new MoneyAudit(evidence, FiscalBooks.verified(SUITE));

            System.out.println("  " + audit + ", in " + took.toSeconds() + " s, " + fire);
            assertThat(taken.get()).isGreaterThanOrEqualTo(PAYMENTS);
            audit.check(drawers);
        }
    }

    private void takePaymentsUnderFire(List<String> tills) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Object> supper = House.heldSupper();
            List<Future<?>> all = new ArrayList<>();
            for (String till : tills) {
                Random random = new Random(SEED + all.size());
                all.add(threads.submit(() -> serve(supper, till, random)));
            }
            all.add(threads.submit(() -> fire.rage(() -> taken.get() >= PAYMENTS)));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void serve(Map<String, Object> supper, String till, Random random) {
        while (taken.get() < PAYMENTS || !fire.hasRaged()) {
            JsonNode order = waiter.write("POST", "/api/orders", supper).json();
            pay(order, till, random);
        }
    }

    /** In up to six parts; most of the time to the end. */
    private void pay(JsonNode order, String till, Random random) {
        long id = order.path("order_id").asLong();
        long left = order.path("total_cents").asLong();
        for (int parts = random.nextInt(MOST_PARTS); parts > 0; parts--) {
            long cents = 1 + random.nextLong(left / (parts + 1));
            left = leftAfter(RandomPayments.of(id, cents, till, random), left);
        }
        if (random.nextInt(100) >= UNPAID) {
            assertThat(leftAfter(RandomPayments.byCard(id, left, till), left)).isZero();
        }
    }

    /** What is left on the bill; as before when the payment was refused. */
    private long leftAfter(Map<String, Object> payment, long before) {
        Exchange answer = cashier.write("POST", "/api/payments", payment);
        if (answer.status() != 201) {
            return before;
        }
        taken.incrementAndGet();
        return answer.json().path("left_cents").asLong();
    }

    /** Each key still gets the answer that it got; the audit compares them. */
    private void sendAllAgain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(TILLS)) {
            List<Future<?>> all = new ArrayList<>();
            journal.exchanges().stream()
                    .filter(exchange ->
                            exchange.status() == 201 && exchange.path().equals("/api/payments"))
                    .forEach(payment -> all.add(threads.submit(() -> cashier.again(payment))));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private static double waitingEvents() {
        return List.of("orders", "payments").stream()
                .flatMap(service -> SUITE.service(service).instances().stream())
                .mapToDouble(instance -> Exposition.of(instance).total("outbox_pending"))
                .sum();
    }
}
