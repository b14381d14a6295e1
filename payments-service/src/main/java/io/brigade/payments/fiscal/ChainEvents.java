package io.brigade.payments.fiscal;

import io.brigade.platform.config.ServiceConfig;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Writes what happens to the system itself into the chains. */
@ApplicationScoped
class ChainEvents {

    private static final StepLog LOG = StepLog.of(ChainEvents.class);

    private final Chains chains;
    private final FiscalJournal journal;
    private final Transactions transactions;
    private final String instance;

    @Inject
    ChainEvents(Chains chains, FiscalJournal journal, Transactions transactions, ServiceConfig config) {
        this.chains = chains;
        this.journal = journal;
        this.transactions = transactions;
        this.instance = config.instance();
    }

    /** It concerns every restaurant. What can't be written is logged: the service goes on. */
    Uni<Void> toAll(String event, Map<String, ?> facts) {
        OffsetDateTime at = OffsetDateTime.now(ZoneOffset.UTC);
        return chains.all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(chain -> transactions.run(
                        transaction -> journal.append(transaction, entry(chain.restaurantId(), event, facts, at))))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.error("an event is missing in the fiscal journal")
                        .with("journal_event", event)
                        .with("reason", failure)
                        .write())
                .onFailure()
                .recoverWithNull();
    }

    /** An entry of this instance's about one restaurant. */
    NewEntry entry(long restaurantId, String event, Map<String, ?> facts, OffsetDateTime at) {
        Map<String, Object> payload = new TreeMap<>(facts);
        payload.put("event", event);
        return new NewEntry(restaurantId, Kind.EVENT, at, null, instance, payload);
    }
}
