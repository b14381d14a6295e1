package io.brigade.staff;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.sql.SessionWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** Changes entities once per Idempotency-Key, in a session and transaction of their own. */
@ApplicationScoped
public class Changes {

    private final IdempotencyRecords idempotency;

    @Inject
    Changes(IdempotencyRecords idempotency) {
        this.idempotency = idempotency;
    }

    /** The effect's answer, or the stored one when this key has had its effect already. */
    public Uni<Answer> once(WriteRequest write, Function<SessionWork, Uni<Answer>> effect) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
            SessionWork work = new SessionWork(session);
            return idempotency.once(write, work, () -> effect.apply(work));
        }));
    }
}
