package io.brigade.payments.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.brigade.payments.PaymentsBackend;
import io.brigade.platform.fixture.AtOnce;
import io.brigade.platform.sql.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several instances at one queue; the service itself sends nothing here, since it knows no ERP. */
@QuarkusTest
@PaymentsBackend
class DeliveryQueueTest {

    private static final int ALL = 10_000;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    @Inject
    Accounting books;

    @Inject
    DeliveryQueue queue;

    private final long restaurant = Tickets.newRestaurant();

    @Test
    void ofManyInstancesAtOnceOneGetsTheRestaurantAndItsOldestEntry() throws Exception {
        sell(1);
        sell(2);

        List<Optional<DeliveryQueue.Lease>> leases = AtOnce.call(8, () -> lease(LONG));

        assertThat(leases.stream().flatMap(Optional::stream)).hasSize(1);
        DeliveryQueue.Lease lease =
                leases.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        Waiting first = now(queue.oldest(lease));
        assertThat(first.document()).contains("\"entry_no\":1,");
        now(queue.note(lease, first, Outcome.delivered(first)));
        assertThat(now(queue.oldest(lease(LONG).orElseThrow())).document()).contains("\"entry_no\":2,");
    }

    @Test
    void whoIsTooLateNeitherUndoesWhatIsDoneNorGivesAwayTheNextOnesLease() {
        sell(1);
        sell(2);
        DeliveryQueue.Lease stalled = lease(Duration.ofMillis(1)).orElseThrow();
        Waiting entry = now(queue.oldest(stalled));
        DeliveryQueue.Lease next = await().atMost(PATIENCE)
                .until(() -> lease(LONG), Optional::isPresent)
                .orElseThrow();
        now(queue.note(next, entry, Outcome.delivered(entry)));
        DeliveryQueue.Lease third = lease(LONG).orElseThrow();

        now(queue.note(stalled, entry, new Outcome(DeliveryState.PENDING, 1, 0, Duration.ZERO, "no answer in time")));

        assertThat(lease(LONG)).isEmpty();
        assertThat(now(queue.oldest(third)).document()).contains("\"entry_no\":2,");
    }

    @Test
    void aRestaurantWhoseOldestEntryIsNotDueYetIsLeftAlone() {
        sell(1);
        sell(2);
        DeliveryQueue.Lease lease = lease(LONG).orElseThrow();
        Waiting entry = now(queue.oldest(lease));

        now(queue.note(lease, entry, new Outcome(DeliveryState.PENDING, 1, 0, LONG, "HTTP 503")));

        assertThat(lease(LONG)).isEmpty();
    }

    private Optional<DeliveryQueue.Lease> lease(Duration duration) {
        return now(queue.lease(ALL, duration)).stream()
                .filter(lease -> lease.restaurantId() == restaurant)
                .findFirst();
    }

    private void sell(long ticketNo) {
        now(transactions.run(
                transaction -> books.ticket(transaction, Tickets.sale(restaurant, ticketNo, Tickets.DAY))));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
