package io.brigade.payments.erp;

import io.brigade.payments.book.Seller;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the books, as the ERP gets it: {@code docs/erp/accounting-entry.schema.json}. Debits and credits are the
 * same sum, always.
 *
 * @param entryNo counts from 1 without a gap within a restaurant's journal
 * @param entryDate never before the entry's predecessor; the business date as a rule
 * @param businessDate the restaurant's own day on which the bill was settled, or which was closed
 * @param lines none when nothing moved: closings, and bills that came to nothing
 */
record AccountingEntry(
        @Schema(description = "Version of this format.", examples = "1")
        int schemaVersion,

        @Schema(implementation = String.class, format = "uuid", examples = "7f0c1b9e-3a52-4a7e-9d0c-5b1f0c2d3e4f")
        UUID entryId,

        @Schema(examples = "1") long restaurantId,
        Type type,
        @Schema(examples = "VE") String journal,
        @Schema(examples = "Ventes") String journalLabel,

        @Schema(description = "Counts from 1 without a gap within restaurant and journal.", examples = "1042")
        long entryNo,

        @Schema(
                description = "Never before the entry's predecessor; as a rule the business date.",
                examples = "2026-11-23")
        LocalDate entryDate,

        @Schema(description = "The restaurant's own day.", examples = "2026-11-23")
        LocalDate businessDate,

        OffsetDateTime recordedAt,

        @Schema(description = "Null where a closing does not say.") @Nullable String currency,

        @Schema(description = "Who sold; null for a closing.") @Nullable Seller seller,

        Reference document,
        @Schema(examples = "Ticket 1042") String label,
        List<EntryLine> lines,

        @Schema(description = "The sum of the debits, and of the credits.", examples = "5450")
        long totalCents,

        @Schema(description = "Of a closing: its figures, to compare. They are posted already, by the tickets.")
        @Nullable Closing closing) {

    /** Version of the format; raised when a reader of the old one would be misled. */
    static final int VERSION = 1;

    AccountingEntry {
        if (lines.stream().mapToLong(EntryLine::debitCents).sum() != totalCents
                || lines.stream().mapToLong(EntryLine::creditCents).sum() != totalCents) {
            throw new IllegalArgumentException(label + " does not balance");
        }
    }

    /** What an entry is made from. */
    @Schema(name = "AccountingEntryType")
    enum Type {
        SALE,
        CREDIT,
        CLOSING
    }

    /** The document behind the entry. */
    @Schema(name = "AccountingDocument")
    record Reference(
            @Schema(enumeration = {"TICKET", "CLOSING"}) String kind,
            @Schema(examples = "1042") String number,
            OffsetDateTime issuedAt) {}

    /** A closing's figures as they were told. */
    @Schema(name = "AccountedClosing")
    record Closing(
            @Schema(description = "DAY, MONTH or YEAR.", examples = "DAY")
            String kind,

            @Schema(description = "As the closing tells them.", examples = "{\"total_cents\": 5450}")
            Map<String, Object> totals) {}
}
