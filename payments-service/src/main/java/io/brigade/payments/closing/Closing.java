package io.brigade.payments.closing;

import io.brigade.payments.book.Seller;
import io.brigade.payments.fiscal.Journal;
import io.brigade.platform.security.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A closed day (Z), month or year, all of it by value. It never changes. */
public record Closing(
        @Schema(examples = "512") long closingId,
        @Schema(examples = "1") long restaurantId,

        @Schema(description = "Practice: no sale.", examples = "false")
        boolean training,

        @Schema(examples = "DAY") ClosingKind kind,

        @Schema(description = "Counts from 1 without a gap per restaurant and kind.", examples = "214")
        long closingNo,

        LocalDate firstDay,

        @Schema(description = "Belongs to the period; of a DAY the same as first_day.")
        LocalDate lastDay,

        OffsetDateTime closedAt,
        Person closedBy,

        @Schema(description = "As the last ticket named it; null while there was none.") @Nullable Seller seller,

        @Schema(examples = "EUR") String currency,

        @Schema(
                description = "Bills of which a part is paid and something is left; they go on in the next day.",
                examples = "2")
        long openBills,

        Figures figures,

        @Schema(description = "From the first of last_day's month to last_day.")
        Sums monthToDate,

        @Schema(description = "From 1 January of last_day's year to last_day.")
        Sums yearToDate,

        @Schema(description = "From the beginning to last_day; never reset.")
        Sums perpetual,

        @Schema(description = "Its entry in the fiscal journal.", examples = "10422") @Nullable Long journalNo,

        @Schema(
                description = "SHA-256 of that entry, and so of all before it: what was printed tells whether the"
                        + " journal is still the same.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable String journalHash) {

    /** The same, once the journal has it. */
    Closing in(Journal.Written written) {
        return new Closing(
                closingId,
                restaurantId,
                training,
                kind,
                closingNo,
                firstDay,
                lastDay,
                closedAt,
                closedBy,
                seller,
                currency,
                openBills,
                figures,
                monthToDate,
                yearToDate,
                perpetual,
                written.number(),
                written.hash());
    }
}
