package io.brigade.payments.report;

import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who took what off on a day, and who let them: for loss prevention. */
public record LossReport(
        LocalDate businessDate,

        @Schema(description = "What happened later may be missing.")
        OffsetDateTime asOf,

        @Schema(examples = "EUR") String currency,

        @Schema(description = "By person and kind, at most 1000.")
        List<Entry> data) {

    /** What a person did that day, as approved by another. */
    public record Entry(
            LossKind kind,
            Person person,
            @Nullable Person approvedBy,
            @Schema(examples = "3") long times,

            @Schema(
                    description =
                            "What it took off in all, VAT included. Of DISCOUNT_REMOVED negative: it is owed again.",
                    examples = "2650")
            long amountCents) {}
}
