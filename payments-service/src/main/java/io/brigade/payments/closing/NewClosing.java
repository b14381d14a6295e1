package io.brigade.payments.closing;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be closed. */
record NewClosing(
        @NotNull @Schema(examples = "DAY") ClosingKind kind,

        @NotNull @Schema(description = "The day, or any day of the month or year.")
        LocalDate businessDate) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    /** The period meant; 400 for a year that no restaurant was open in. */
    Period period() {
        if (businessDate.getYear() < FIRST_YEAR || businessDate.getYear() > LAST_YEAR) {
            throw ProblemException.invalid("business_date", "must be from " + FIRST_YEAR + " on");
        }
        return kind.periodOf(businessDate);
    }
}
