package io.brigade.payments.fiscal;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.SqlWork;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verifies chains now and then and when asked, keeps what was found, and raises the alarm. */
@ApplicationScoped
class Verifications {

    private static final StepLog LOG = StepLog.of(Verifications.class);

    private final JournalVerification verification;
    private final VerificationStore store;
    private final Chains chains;
    private final FiscalJournal journal;
    private final ChainEvents events;
    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;
    private final Pool pool;
    private final Counter failures;

    @Inject
    Verifications(
            JournalVerification verification,
            VerificationStore store,
            Chains chains,
            FiscalJournal journal,
            ChainEvents events,
            Transactions transactions,
            IdempotencyRecords idempotency,
            Answers answers,
            Pool pool,
            MeterRegistry registry) {
        this.verification = verification;
        this.store = store;
        this.chains = chains;
        this.journal = journal;
        this.events = events;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
        this.pool = pool;
        this.failures = Counter.builder("fiscal.verification.failures")
                .description("Verifications of the fiscal journal that found a broken entry")
                .register(registry);
    }

    void start(@Observes StartupEvent starting, Vertx vertx, FiscalConfig config) {
        vertx.setPeriodic(config.verifyInterval().toMillis(), _ -> verifyAll());
    }

    /** The restaurant's last verification; 404 when there was none yet. */
    Uni<Verification> last(long restaurantId) {
        return store.last(restaurantId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("verification of restaurant", restaurantId));
    }

    /** Verifies now; 201 with what was found. */
    Uni<Answer> verify(WriteRequest write) {
        long restaurantId = write.caller().restaurantId();
        return pool.withConnection(connection -> idempotency.find(write, new SqlWork(connection)))
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : verify(restaurantId)
                                .chain(found -> transactions.run(
                                        transaction -> idempotency.once(write, transaction, () -> Uni.createFrom()
                                                .item(answers.created(found))))));
    }

    private void verifyAll() {
        chains.all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(chain -> verify(chain.restaurantId()))
                .collect()
                .last()
                .subscribe()
                .with(_ -> {}, failure -> LOG.warn("the fiscal journal could not be verified")
                        .with("reason", failure)
                        .write());
    }

    private Uni<Verification> verify(long restaurantId) {
        return store.last(restaurantId)
                .chain(last -> verification.verify(restaurantId, last).call(found -> keep(restaurantId, last, found)));
    }

    private Uni<Void> keep(long restaurantId, @Nullable Verification last, Verification found) {
        boolean isNews = found.failed() && !found.sameFindingAs(last);
        if (found.failed()) {
            failures.increment();
            LOG.error("the fiscal journal is broken")
                    .with("restaurant_id", restaurantId)
                    .with("finding", found.broken())
                    .write();
        }
        return transactions.run(transaction -> store.keep(transaction, restaurantId, found)
                .chain(() -> isNews
                        ? tell(transaction, restaurantId, found)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(Transaction transaction, long restaurantId, Verification found) {
        NewEntry entry = events.entry(restaurantId, "INTEGRITY_FAILURE", facts(found), found.verifiedAt());
        return journal.append(transaction, entry).replaceWithVoid();
    }

    private static Map<String, Object> facts(Verification found) {
        Verification.@Nullable Broken broken = found.broken();
        return broken == null
                ? Map.of()
                : Map.of(
                        "broken_sequence",
                        broken.sequence(),
                        "fault",
                        broken.fault().name());
    }
}
