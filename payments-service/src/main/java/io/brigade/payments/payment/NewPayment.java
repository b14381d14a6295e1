package io.brigade.payments.payment;

import io.brigade.payments.cash.TillName;
import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** Money that is taken. By card on a stand-alone terminal the cashier confirms its result by this call. */
@Schema(examples = """
        {"order_id": 78, "method": "CARD", "amount_cents": 3450, "tip_cents": 0, "item_ids": [311], "till": "Caisse 1"}""")
public record NewPayment(
        @NotNull @Schema(examples = "78") Long orderId,

        @NotNull @Schema(examples = "CASH") PaymentMethod method,

        @NotNull @Min(1) @Max(10_000_000) @Schema(description = "Part of the bill that this pays.", examples = "3450")
        Long amountCents,

        @Min(1) @Max(10_000_000) @Nullable @Schema(description = "CASH only: what was handed over; the amount and the tip if absent.", examples = "4000")
        Long tenderedCents,

        @Min(0) @Max(10_000_000) @Nullable @Schema(description = "On top of the amount; not part of the bill. Not by MEAL_VOUCHER.", examples = "0")
        Long tipCents,

        @Size(max = 200) @UniqueElements
        @Nullable @Schema(
                description = "Items that it is for: they can't be paid again. A part of the bill if absent.",
                examples = "[311]")
        List<@NotNull Long> itemIds,

        @Pattern(regexp = TillName.PATTERN) @Nullable @Schema(
                description = "Where it is taken. For CASH its drawer must be open; the only open one if absent.",
                examples = "Caisse 1")
        String till,

        @Pattern(regexp = "[A-Za-z0-9]{1,20}") @Nullable @Schema(
                description =
                        "MEAL_VOUCHER only: tells this guest's vouchers of the day from another's, such as the end of the"
                                + " card's number. Absent: a guest of this payment alone.",
                examples = "4417")
        String voucherHolder) {

    /** Fails with 400 for what does not go with the method. */
    void check() {
        if (method != PaymentMethod.CASH && tenderedCents != null) {
            throw ProblemException.invalid("tendered_cents", "is only for CASH");
        }
        if (method != PaymentMethod.MEAL_VOUCHER && voucherHolder != null) {
            throw ProblemException.invalid("voucher_holder", "is only for MEAL_VOUCHER");
        }
        if (method == PaymentMethod.MEAL_VOUCHER && tip() > 0) {
            throw ProblemException.invalid("tip_cents", "is not for MEAL_VOUCHER");
        }
    }

    long tip() {
        return tipCents == null ? 0 : tipCents;
    }

    List<Long> items() {
        return itemIds == null ? List.of() : itemIds;
    }
}
