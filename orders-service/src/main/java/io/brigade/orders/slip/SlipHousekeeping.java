package io.brigade.orders.slip;

import io.brigade.platform.log.StepLog;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Deletes slips after two days: nobody cooks from them any more. Every instance may, it is done once. */
@ApplicationScoped
class SlipHousekeeping {

    private static final StepLog LOG = StepLog.of(SlipHousekeeping.class);
    private static final long TIDY_EVERY_MS = 3_600_000;

    private final PrintJobStore jobs;

    @Inject
    SlipHousekeeping(PrintJobStore jobs) {
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent starting, Vertx vertx) {
        vertx.setPeriodic(TIDY_EVERY_MS, _ -> tidy());
    }

    void tidy() {
        jobs.tidy().subscribe().with(SlipHousekeeping::tell, failure -> LOG.warn("slips were not tidied")
                .with("reason", failure)
                .write());
    }

    private static void tell(long unprinted) {
        if (unprinted > 0) {
            LOG.warn("old slips were never printed").with("slips", unprinted).write();
        }
    }
}
