package io.brigade.payments.fiscal;

import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells restaurants that only practise. It is settled when a restaurant's journal begins, and never changes. */
@ApplicationScoped
public class TrainingMode {

    private final Chains chains;
    private final Map<Long, Boolean> known = new ConcurrentHashMap<>();

    @Inject
    TrainingMode(Chains chains) {
        this.chains = chains;
    }

    /** Whether what the restaurant sells is practice: marked on paper, and no business of accountants. */
    public Uni<Boolean> of(Transaction transaction, long restaurantId) {
        Boolean settled = known.get(restaurantId);
        return settled != null
                ? Uni.createFrom().item(settled)
                : chains.of(transaction.connection(), restaurantId)
                        .map(chain -> chain == null
                                ? chains.isToTrain(restaurantId)
                                : known.computeIfAbsent(restaurantId, _ -> chain.training()));
    }
}
