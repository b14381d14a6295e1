package io.brigade.orders.slip;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.brigade.platform.sql.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/**
 * Hands slips to printers. A slip is printed at least once: one that was claimed and not heard of for 30 s waits again,
 * and says when it may have been printed before.
 */
@ApplicationScoped
class PrintJobService {

    private static final StepLog LOG = StepLog.of(PrintJobService.class);

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final Answers answers;

    @Inject
    PrintJobService(Transactions transactions, IdempotencyRecords idempotency, Answers answers) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    /** The oldest slips of a printer, for 30 s its own. */
    Uni<Answer> claim(WriteRequest write, ClaimRequest request) {
        return once(write, transaction -> PrintJobStore.claim(transaction.connection(), restaurant(write), request)
                .map(jobs -> answers.ok(new ClaimedJobs(jobs))));
    }

    /** It is on paper, whoever had claimed it; saying so twice changes nothing. */
    Uni<Answer> printed(WriteRequest write, long jobId) {
        return once(write, transaction -> lock(write, transaction, jobId)
                .chain(() -> PrintJobStore.printed(transaction.connection(), jobId))
                .map(answers::ok));
    }

    /** It waits again; 409 when it was printed. */
    Uni<Answer> failed(WriteRequest write, long jobId, PrintFailure failure) {
        return once(write, transaction -> {
            transaction.afterCommit(() -> LOG.warn("slip not printed")
                    .with("job_id", jobId)
                    .with("reason", failure.reason())
                    .write());
            return lock(write, transaction, jobId)
                    .invoke(PrintJobService::requireUnprinted)
                    .chain(() -> PrintJobStore.failed(transaction.connection(), jobId, failure.reason()))
                    .map(answers::ok);
        });
    }

    /** Sends what is not printed to another printer, even what is being printed: that one may be on fire. */
    Uni<Answer> reroute(WriteRequest write, RerouteRequest request) {
        if (request.fromPrinter() == request.toPrinter()) {
            throw ProblemException.invalid("to_printer", "must be another printer");
        }
        return once(write, transaction -> requireKnown(write, transaction, request)
                .chain(() -> PrinterStore.lock(transaction.connection(), restaurant(write)))
                .invoke(settings -> PrinterService.requireAvailable(settings, request.toPrinter()))
                .chain(() -> PrintJobStore.reroute(transaction.connection(), restaurant(write), request))
                .map(moved -> answers.ok(new Rerouted(moved))));
    }

    private static Uni<Void> requireKnown(WriteRequest write, Transaction transaction, RerouteRequest request) {
        List<Long> jobIds = request.jobIds();
        return jobIds == null
                ? Uni.createFrom().voidItem()
                : PrintJobStore.knowsAll(transaction.connection(), restaurant(write), jobIds)
                        .invoke(known -> {
                            if (!known) {
                                throw ProblemException.notFound("print job of", jobIds);
                            }
                        })
                        .replaceWithVoid();
    }

    private static void requireUnprinted(PrintJobState state) {
        if (state == PrintJobState.PRINTED) {
            throw ProblemException.of(OrdersProblem.SLIP_PRINTED, "It is on paper already.");
        }
    }

    private static Uni<PrintJobState> lock(WriteRequest write, Transaction transaction, long jobId) {
        return PrintJobStore.lock(transaction.connection(), restaurant(write), jobId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("print job", jobId));
    }

    private Uni<Answer> once(WriteRequest write, Function<Transaction, Uni<Answer>> effect) {
        return transactions.run(transaction -> idempotency.once(write, transaction, () -> effect.apply(transaction)));
    }

    private static long restaurant(WriteRequest write) {
        return write.caller().restaurantId();
    }
}
