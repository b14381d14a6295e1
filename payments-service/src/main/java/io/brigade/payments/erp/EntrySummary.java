package io.brigade.payments.erp;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An accounting entry in a list, and how it fares on its way to the ERP. */
record EntrySummary(
        @Schema(implementation = String.class, format = "uuid", examples = "7f0c1b9e-3a52-4a7e-9d0c-5b1f0c2d3e4f")
        UUID entryId,

        AccountingEntry.Type type,
        @Schema(examples = "VE") String journal,
        @Schema(examples = "1042") long entryNo,

        @Schema(description = "The ticket, or the closing, behind it.", examples = "1042")
        String documentNo,

        @Schema(examples = "2026-11-23") LocalDate entryDate,
        OffsetDateTime recordedAt,
        DeliveryState state,

        @Schema(description = "So far; each is up to three requests.", examples = "1")
        int attempts,

        @Schema(description = "Of what waits.") @Nullable OffsetDateTime nextAttemptAt,
        @Nullable OffsetDateTime sentAt,

        @Schema(description = "Why the last attempt failed.") @Nullable String lastFailure) {

    /** Columns that {@link #from} reads. */
    static final String COLUMNS = """
            entry_id, e.type, e.journal, e.entry_no, e.document_no, e.entry_date, e.recorded_at,
            d.state, d.attempts, d.next_attempt_at, d.sent_at, d.last_failure""";

    static EntrySummary from(Row row) {
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return new EntrySummary(
                row.getUUID("entry_id"),
                AccountingEntry.Type.valueOf(row.getString("type")),
                row.getString("journal"),
                row.getLong("entry_no"),
                row.getString("document_no"),
                row.getLocalDate("entry_date"),
                utc(row.getOffsetDateTime("recorded_at")),
                state,
                row.getInteger("attempts"),
                state == DeliveryState.PENDING ? utc(row.getOffsetDateTime("next_attempt_at")) : null,
                row.getOffsetDateTime("sent_at") == null ? null : utc(row.getOffsetDateTime("sent_at")),
                row.getString("last_failure"));
    }

    private static OffsetDateTime utc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
