package io.brigade.payments.cash;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money put into a drawer or taken out of it for something else than a sale, or an opening for nothing. */
public record NewMovement(
        @NotNull Kind kind,

        @Min(1) @Max(10_000_000) @Nullable @Schema(description = "Not for NO_SALE.", examples = "2000")
        Long amountCents,

        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Pain")
        String reason,

        @Nullable @Schema(
                description = "A manager's for DRAWER and order_id 0; PAID_OUT and NO_SALE take one.",
                examples = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi…")
        String approvalToken) {

    /** What people do themselves; sales and refunds come by themselves. */
    public enum Kind {
        PAID_IN,
        PAID_OUT,
        NO_SALE
    }

    /** Fails with 400 unless the amount goes with the kind. */
    void check() {
        if ((kind == Kind.NO_SALE) != (amountCents == null)) {
            throw ProblemException.invalid(
                    "amount_cents", kind == Kind.NO_SALE ? "is not for NO_SALE" : "is required for " + kind);
        }
    }

    long signedCents() {
        long amount = amountCents == null ? 0 : amountCents;
        return kind == Kind.PAID_OUT ? -amount : amount;
    }
}
