package io.brigade.payments.cash;

import io.brigade.platform.security.Person;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that went through a drawer, or an opening of it for nothing. */
public record CashMovement(
        @Schema(examples = "57") long movementId,
        @Schema(examples = "12") long sessionId,
        Kind kind,

        @Schema(description = "Negative: out of the drawer.", examples = "-2000")
        long amountCents,

        @Schema(description = "Of a SALE or REFUND.", examples = "41") @Nullable Long paymentId,

        @Schema(examples = "Pain") @Nullable String reason,
        Person by,
        @Nullable Person approvedBy,
        OffsetDateTime at) {

    /** Why the drawer was opened. */
    public enum Kind {
        PAID_IN,
        PAID_OUT,
        NO_SALE,
        SALE,
        REFUND
    }
}
