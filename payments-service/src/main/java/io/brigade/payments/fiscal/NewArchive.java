package io.brigade.payments.fiscal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The period to archive. */
record NewArchive(
        @NotNull @Schema(description = "First business day.", examples = "2026-10-01")
        LocalDate from,

        @NotNull @Schema(
                description = "Last business day, at most 366 days from the first, not in the future.",
                examples = "2026-10-31")
        LocalDate to) {}
