package io.brigade.payments.cash;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drawer from its opening to its count. */
public record CashSession(
        @Schema(examples = "12") long sessionId,
        @Schema(examples = "1") long restaurantId,
        @Schema(examples = "Caisse 1") String till,
        @Schema(examples = "EUR") String currency,
        LocalDate businessDate,
        OffsetDateTime openedAt,
        Person openedBy,

        @Schema(description = "What was in it at first.", examples = "15000")
        long floatCents,

        @Schema(description = "The float, and what came and went since, tips in cash included.", examples = "23450")
        long expectedCents,

        @Nullable OffsetDateTime closedAt,
        @Nullable Person closedBy,

        @Schema(description = "Coins and notes by value in cents.", examples = "{\"5000\": 3, \"200\": 10}") @Nullable Map<String, Integer> counts,

        @Schema(examples = "23400") @Nullable Long countedCents,

        @Schema(description = "Counted less expected.", examples = "-50") @Nullable Long differenceCents) {

    /** Fails with 409 once it was counted. */
    void requireOpen() {
        if (closedAt != null) {
            throw ProblemException.of(PaymentsProblem.DRAWER_CLOSED, "Open the drawer first.")
                    .withCurrent(this);
        }
    }
}
