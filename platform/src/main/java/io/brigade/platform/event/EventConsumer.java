package io.brigade.platform.event;

import io.brigade.platform.config.ServiceConfig;
import io.brigade.platform.health.BookingClock;
import io.brigade.platform.sql.Transactions;
import io.brigade.platform.sql.Work;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Gives events to the handlers, once per service. The stream delivers at least once; the inbox, written in the
 * handler's transaction, makes redelivery harmless. An event that cannot be applied stays pending and is tried again,
 * without holding up the others. An instance whose clock is wrong leaves all of them to its siblings.
 */
@ApplicationScoped
class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final int BATCH = 100;
    private static final Duration ABANDONED = Duration.ofSeconds(10);
    private static final String FIND = "SELECT 1 FROM inbox WHERE handler = $1 AND event_id = $2";
    private static final String RECORD = "INSERT INTO inbox (handler, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private final EventStream stream;
    private final Transactions transactions;
    private final BookingClock clock;
    private final List<EventHandler> handlers;
    private final Vertx vertx;
    private final String group;
    private final String member;
    private final List<Loop> loops;

    @Inject
    EventConsumer(
            EventStream stream,
            Transactions transactions,
            BookingClock clock,
            @All List<EventHandler> handlers,
            Vertx vertx,
            ServiceConfig config) {
        this.stream = stream;
        this.transactions = transactions;
        this.clock = clock;
        this.handlers = handlers;
        this.vertx = vertx;
        this.group = config.service();
        this.member = config.instance();
        this.loops = List.of(
                new Loop("event consumer", this::readNew), new Loop("abandoned event consumer", this::claimAbandoned));
    }

    void start(@Observes StartupEvent started) {
        if (!handlers.isEmpty()) {
            loops.forEach(loop -> loop.start(vertx));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        loops.forEach(Loop::stop);
    }

    private Uni<Void> readNew() {
        return clock.requireRight()
                .chain(() -> stream.readNew(group, member, BATCH))
                .onFailure(EventConsumer::groupIsMissing)
                .recoverWithUni(() -> stream.ensureGroup(group).replaceWith(List.of()))
                .chain(this::applyAll);
    }

    private Uni<Void> claimAbandoned() {
        return clock.requireRight()
                .chain(() -> stream.claimAbandoned(group, member, ABANDONED, BATCH))
                .onFailure(EventConsumer::groupIsMissing)
                .recoverWithItem(List.of())
                .chain(this::applyAll)
                .onItem()
                .delayIt()
                .by(ABANDONED);
    }

    private Uni<Void> applyAll(List<StreamEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> EventContext.of(vertx.getDelegate(), event, () -> applyOne(event)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> applyOne(StreamEvent event) {
        return Multi.createFrom()
                .iterable(handlers)
                .filter(handler -> handler.types().contains(event.type()))
                .onItem()
                .transformToUniAndConcatenate(handler -> applyOnce(handler, event))
                .collect()
                .last()
                .chain(() -> stream.acknowledge(group, event.id()))
                .onFailure()
                .invoke(failure ->
                        LOG.errorf(failure, "event %s (%s) could not be applied", event.eventId(), event.type()))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * The handler goes first and the record last, so that the transaction gets its id under the handler's lock: the relay
     * sends what it tells in the order of the locks. When a sibling was faster everything is rolled back.
     */
    private Uni<Void> applyOnce(EventHandler handler, StreamEvent event) {
        List<Object> id = List.of(handler.name(), event.eventId());
        return transactions
                .run(transaction -> transaction
                        .first(FIND, id)
                        .chain(known -> known != null
                                ? Uni.createFrom().voidItem()
                                : handler.apply(transaction, event).chain(() -> record(transaction, id))))
                .onFailure(AppliedBySibling.class)
                .recoverWithNull();
    }

    private static Uni<Void> record(Work work, List<Object> id) {
        return work.update(RECORD, id)
                .invoke(recorded -> {
                    if (recorded == 0) {
                        throw new AppliedBySibling();
                    }
                })
                .replaceWithVoid();
    }

    private static final class AppliedBySibling extends RuntimeException {
        AppliedBySibling() {
            super("applied by another instance meanwhile", null, false, false);
        }
    }

    private static boolean groupIsMissing(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("NOGROUP");
    }
}
