package io.brigade.payments.terminal;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * A card terminal that is driven by the till. Without one the cashier types the amount into a stand-alone terminal and
 * confirms its result by taking the payment.
 */
public interface CardTerminal {

    /** What a terminal is asked for. The number is the payment's: asked twice it charges once. */
    record Charge(
            long paymentId,
            long amountCents,
            String currency,
            @Nullable String till) {}

    /** What is known of a charge. */
    enum Result {
        APPROVED,
        DECLINED,
        CANCELLED,
        UNKNOWN
    }

    /**
     * What a terminal says.
     *
     * @param reference its own name for the charge; null when it gave none
     */
    record Outcome(Result result, @Nullable String reference) {
        /** It said nothing that can be relied on. */
        public static final Outcome UNKNOWN = new Outcome(Result.UNKNOWN, null);
    }

    /** Whether one is driven at all. */
    boolean isAttached();

    /** Charges a card. A failure, or no answer, means that nothing is known. */
    Uni<Outcome> charge(Charge charge);

    /** Asks what became of a charge. */
    Uni<Outcome> inquire(Charge charge);

    /** Cancels a charge; approved when it is too late for that. */
    Uni<Outcome> cancel(Charge charge);
}
