package io.brigade.orders.order;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is taken off an item or a whole order, why, and who approves. */
@Schema(
        examples =
                "{\"kind\": \"PERCENT\", \"item_id\": 311, \"percent_bp\": 1000, \"reason\": \"Attente trop longue\"}")
public record NewDiscount(
        @NotNull DiscountKind kind,

        @Nullable @Schema(description = "Off the whole order if absent.", examples = "311")
        Long itemId,

        @Min(1) @Max(10_000) @Nullable @Schema(description = "Of a PERCENT: basis points, 1000 is 10 %.", examples = "1000")
        Integer percentBp,

        @Min(1) @Max(100_000_000) @Nullable @Schema(description = "Of an AMOUNT.", examples = "500")
        Long amountCents,

        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Attente trop longue")
        String reason,

        @Size(max = 4000) @Nullable @Schema(description = "For DISCOUNT; required above your limit, unless your role approves.")
        String approvalToken) {

    /** Fails with 400 unless the field that its kind needs is there, and no other. */
    void check() {
        if ((kind == DiscountKind.PERCENT) != (percentBp != null)) {
            throw ProblemException.invalid("percent_bp", "goes with PERCENT");
        }
        if ((kind == DiscountKind.AMOUNT) != (amountCents != null)) {
            throw ProblemException.invalid("amount_cents", "goes with AMOUNT");
        }
    }
}
