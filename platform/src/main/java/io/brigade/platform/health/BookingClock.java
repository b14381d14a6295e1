package io.brigade.platform.health;

import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Whether this instance's clock may date what is booked. It may while it agrees with the database's, which all instances
 * share; a jump since they were last compared is noticed at once, against the time that the machine has been running.
 */
@ApplicationScoped
public class BookingClock {

    /** What is said instead of booking. */
    public static final String REFUSAL = "The clock of this instance is not the database's. Try again.";

    private static final StepLog LOG = StepLog.of(BookingClock.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Uni<Instant>> database;
    private final InstantSource here;
    private final AtomicBoolean comparing = new AtomicBoolean();
    private volatile Duration agreed;
    private volatile boolean compared;
    private volatile boolean right = true;

    @Inject
    BookingClock(Pool pool) {
        this(() -> timeOf(pool), InstantSource.system());
    }

    BookingClock(Supplier<Uni<Instant>> database, InstantSource here) {
        this.database = database;
        this.here = here;
        this.agreed = sinceBoot();
    }

    /** False from the request on that comes first after a jump, until this clock and the database's agree again. */
    public boolean isRight() {
        if (right && !hasJumped()) {
            return true;
        }
        if (comparing.compareAndSet(false, true)) {
            compare()
                    .onTermination()
                    .invoke(() -> comparing.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warn("clocks could not be compared")
                            .with("reason", failure.getMessage())
                            .write());
        }
        return false;
    }

    /**
     * Fails unless this clock and the database's agree: before anything is booked. They are compared first when that was
     * never done, or when this one has jumped since.
     *
     * @return fails with DEPENDENCY_UNAVAILABLE, or because the database does not answer
     */
    public Uni<Void> requireRight() {
        if (compared && right && !hasJumped()) {
            return Uni.createFrom().voidItem();
        }
        return compare()
                .invoke(offset -> {
                    if (!offset.isTolerable()) {
                        throw ProblemException.of(CommonProblem.DEPENDENCY_UNAVAILABLE, REFUSAL);
                    }
                })
                .replaceWithVoid();
    }

    /** Asks the database for its time; fails when it does not answer within two seconds. */
    Uni<ClockOffset> compare() {
        return database.get()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(there -> ClockOffset.of(here.instant(), there))
                .invoke(this::note);
    }

    private static Uni<Instant> timeOf(Pool pool) {
        return pool.query("SELECT clock_timestamp()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    private void note(ClockOffset offset) {
        if (offset.isTolerable()) {
            agreed = sinceBoot();
        } else {
            LOG.warn("this instance's clock is not the database's")
                    .with("ahead_seconds", offset.ahead().toSeconds())
                    .write();
        }
        right = offset.isTolerable();
        compared = true;
    }

    private boolean hasJumped() {
        return !new ClockOffset(sinceBoot().minus(agreed)).isTolerable();
    }

    /** Moves only when the clock is moved: what runs on its own is taken away. */
    private Duration sinceBoot() {
        return Duration.ofMillis(here.millis()).minusNanos(System.nanoTime());
    }
}
