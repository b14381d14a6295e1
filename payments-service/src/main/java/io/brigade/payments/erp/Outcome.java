package io.brigade.payments.erp;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param attempts so far
 * @param strikes of these, that failed though the ERP was there: the entry itself may be the reason
 * @param pause before the next attempt
 * @param failure in our words; null when it was delivered
 */
record Outcome(
        DeliveryState state,
        int attempts,
        int strikes,
        Duration pause,
        @Nullable String failure) {

    private static final int MOST_DOUBLINGS = 20;

    static Outcome delivered(Waiting entry) {
        return new Outcome(DeliveryState.SENT, entry.attempts() + 1, entry.strikes(), Duration.ZERO, null);
    }

    /** An ERP that is away kills no entry, however long it is away; one that is there and fails does, in the end. */
    static Outcome failed(Waiting entry, Throwable failure, boolean erpIsUp, ErpConfig config) {
        if (wasNotAsked(failure)) {
            Duration soon = jittered(config.firstWait());
            return new Outcome(DeliveryState.PENDING, entry.attempts(), entry.strikes(), soon, "not asked");
        }
        int attempts = entry.attempts() + 1;
        int strikes = entry.strikes() + (erpIsUp && mayBeTheEntrysFault(failure) ? 1 : 0);
        boolean dead = failure instanceof ErpRefused || strikes >= config.maxStrikes();
        return new Outcome(
                dead ? DeliveryState.DEAD : DeliveryState.PENDING,
                attempts,
                strikes,
                jittered(backOff(attempts, config)),
                reason(failure));
    }

    /** The circuit breaker let nothing through. */
    static boolean wasNotAsked(Throwable failure) {
        return failure instanceof CircuitBreakerOpenException;
    }

    private static boolean mayBeTheEntrysFault(Throwable failure) {
        return failure instanceof ErpTrouble trouble ? !trouble.isBusy() : !nobodyThere(failure);
    }

    private static boolean nobodyThere(Throwable failure) {
        return failure instanceof ConnectException || (failure.getCause() != null && nobodyThere(failure.getCause()));
    }

    private static Duration backOff(int attempts, ErpConfig config) {
        Duration doubled = config.firstWait().multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(config.longestWait()) > 0 ? config.longestWait() : doubled;
    }

    /** Between half and all of it, so that instances and restaurants do not knock in step. */
    private static Duration jittered(Duration wait) {
        long millis = wait.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    /** Nothing of the payload, of the answer, or of the address. */
    private static String reason(Throwable failure) {
        return switch (failure) {
            case ErpRefused refused -> String.valueOf(refused.getMessage());
            case ErpTrouble trouble -> String.valueOf(trouble.getMessage());
            case TimeoutException _ -> "no answer in time";
            default -> nobodyThere(failure) ? "no connection" : "connection broke";
        };
    }
}
