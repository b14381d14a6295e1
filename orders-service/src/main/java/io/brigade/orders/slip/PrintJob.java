package io.brigade.orders.slip;

import io.brigade.orders.order.SlipKind;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A slip that a printer is to print. */
public record PrintJob(
        @Schema(examples = "512") long jobId,

        @Schema(description = "Whose slip it is.", examples = "HOT")
        String station,

        @Schema(description = "The station whose printer prints it.", examples = "HOT")
        String printer,

        @Schema(examples = "78") long orderId,
        SlipKind kind,
        PrintJobState state,

        @Schema(description = "How often it was claimed; from the second time on the slip says so.", examples = "1")
        int attempts,

        @Schema(description = "What went wrong the last time.", examples = "Plus de papier") @Nullable String lastError,

        OffsetDateTime createdAt,

        @Schema(description = "How long it has waited, or did before it was printed.", examples = "4")
        long waitingSeconds,

        @Schema(description = "While it is PRINTING: when it waits again unless it is heard of.") @Nullable OffsetDateTime leasedUntil,

        @Nullable OffsetDateTime printedAt) {

    static PrintJob from(Row row) {
        return new PrintJob(
                row.getLong("job_id"),
                row.getString("station"),
                row.getString("printer"),
                row.getLong("order_id"),
                SlipKind.valueOf(row.getString("kind")),
                PrintJobState.valueOf(row.getString("state_now")),
                row.getInteger("attempts"),
                row.getString("last_error"),
                row.getOffsetDateTime("created_at"),
                row.getLong("waiting_seconds"),
                row.getOffsetDateTime("lease"),
                row.getOffsetDateTime("printed_at"));
    }
}
