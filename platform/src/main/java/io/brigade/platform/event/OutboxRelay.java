package io.brigade.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries committed events to the stream, in order, none skipped, none doubled. One instance per service leads; it is
 * woken in-process or by LISTEN, and looks by itself every second. While Redis is away the rows wait.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long LOOK_EVERY_MS = 1_000;
    private static final long NOTE_EVERY_MS = 60_000;
    private static final long TIDY_EVERY_MS = 3_600_000;

    private final RelayLeadership leadership;
    private final OutboxReader outbox;
    private final StreamAppender stream;
    private final Pool pool;
    private final Vertx vertx;
    private final Loop loop;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean notifying = new AtomicBoolean();
    private volatile boolean leader;
    /** Null: not known, ask Redis. */
    private volatile @Nullable String mark;

    @Inject
    OutboxRelay(RelayLeadership leadership, OutboxReader outbox, StreamAppender stream, Pool pool, Vertx vertx) {
        this.leadership = leadership;
        this.outbox = outbox;
        this.stream = stream;
        this.pool = pool;
        this.vertx = vertx;
        this.loop = new Loop("outbox relay", () -> leadership.lead(this::elected, this::drain, this::ended));
    }

    void start(@Observes StartupEvent started) {
        loop.start(vertx);
        vertx.setPeriodic(LOOK_EVERY_MS, _ -> drainIfLeader());
        vertx.setPeriodic(NOTE_EVERY_MS, _ -> asLeader(outbox::upToDate, "noting progress"));
        vertx.setPeriodic(TIDY_EVERY_MS, _ -> asLeader(outbox::tidy, "housekeeping"));
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
        leader = false;
        leadership.resign();
    }

    /** Call after a commit that wrote to the outbox. Costs nothing when a wake-up is already on its way. */
    public void wake() {
        if (leader) {
            drain();
        } else if (notifying.compareAndSet(false, true)) {
            pool.query("NOTIFY " + RelayLeadership.CHANNEL)
                    .execute()
                    .onTermination()
                    .invoke(() -> notifying.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.debugf("the relay's leader was not woken: %s", failure.getMessage()));
        }
    }

    private void elected() {
        LOG.info("relays the outbox");
        mark = null;
        leader = true;
        drain();
    }

    private void ended() {
        leader = false;
    }

    private void drainIfLeader() {
        if (leader) {
            drain();
        }
    }

    private void asLeader(Supplier<Uni<Void>> chore, String name) {
        if (leader && mark != null && !draining.get()) {
            chore.get().subscribe().with(_ -> {}, failure -> LOG.warnf("%s failed: %s", name, failure.getMessage()));
        }
    }

    private void drain() {
        wanted.set(true);
        if (draining.compareAndSet(false, true)) {
            drainWhileWanted()
                    .onTermination()
                    .invoke(() -> draining.set(false))
                    .subscribe()
                    .with(_ -> again(), this::failed);
        }
    }

    /** A wake-up that came between the last look and {@code draining} being cleared. */
    private void again() {
        if (wanted.get() && leader) {
            drain();
        }
    }

    private void failed(Throwable failure) {
        mark = null;
        LOG.warnf("events wait in the outbox: %s", failure.getMessage());
    }

    private Uni<Void> drainWhileWanted() {
        return Uni.createFrom()
                .deferred(() -> {
                    wanted.set(false);
                    return relayBatch();
                })
                .repeat()
                .whilst(relayed -> leader && (relayed == BATCH || wanted.get()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> relayBatch() {
        return currentMark().chain(at -> outbox.after(RelayMark.parse(at), BATCH)
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : append(at, rows)));
    }

    private Uni<Integer> append(String at, List<OutboxRow> rows) {
        OutboxRow last = rows.getLast();
        RelayMark next = new RelayMark(RelayMark.parse(at).timeline(), last.xid(), last.seq());
        return stream.append(at, next, rows).map(stands -> {
            boolean appended = stands.equals(next.toString());
            mark = appended ? stands : null;
            return appended ? rows.size() : BATCH; // not appended: look again from where the mark really is
        });
    }

    private Uni<String> currentMark() {
        String known = mark;
        return known != null
                ? Uni.createFrom().item(known)
                : Uni.combine()
                        .all()
                        .unis(stream.mark(), outbox.timeline())
                        .asTuple()
                        .chain(found -> settle(found.getItem1(), found.getItem2()));
    }

    /** Redis without a mark, or with one of another timeline, means starting over from what was surely relayed. */
    private Uni<String> settle(String kept, String timeline) {
        if (!kept.isEmpty() && RelayMark.parse(kept).timeline().equals(timeline)) {
            mark = kept;
            return Uni.createFrom().item(kept);
        }
        return outbox.surelyRelayed(timeline)
                .chain(from -> stream.append(kept, from, List.of()))
                .invoke(stands -> mark = stands);
    }
}
