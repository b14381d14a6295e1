package io.brigade.payments.payment;

import io.brigade.payments.terminal.CardTerminal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a terminal did that does not answer any more, as its printed slip says. */
public record Resolution(
        @NotNull Outcome outcome,

        @NotNull @Size(min = 1, max = 200) @Schema(examples = "Ticket du terminal : transaction abandonnée")
        String reason) {

    /** What it did. */
    public enum Outcome {
        CAPTURED,
        CANCELLED
    }

    CardTerminal.Result result() {
        return outcome == Outcome.CAPTURED ? CardTerminal.Result.APPROVED : CardTerminal.Result.CANCELLED;
    }
}
