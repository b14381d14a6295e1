package io.brigade.staff.ops;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The installation at a glance. A figure that nobody can tell just now is null and never guessed. */
public record OpsSummary(
        OffsetDateTime takenAt,

        @Schema(description = "Who was asked: Prometheus, or the services themselves when there is none or it is away.")
        Source source,

        List<ServiceInstances> services,

        @Schema(nullable = true, examples = "12.5") @Nullable Double requestsPerSecond,

        @Schema(nullable = true, description = "95 of 100 requests took at most this.", examples = "18.2") @Nullable Double p95Ms,

        @Schema(nullable = true, description = "Share of requests answered with 5xx.", examples = "0.0") @Nullable Double errorRatePercent,

        @Schema(nullable = true, description = "Open orders of the whole installation.", examples = "14") @Nullable Long openOrders,

        @Schema(nullable = true, description = "Committed events that displays have not been told yet.", examples = "0")
        @Nullable Long outboxPending,

        @Schema(nullable = true, description = "Age of the oldest of them.", examples = "0.0") @Nullable Double outboxOldestSeconds,

        @Schema(nullable = true, description = "When the last day was closed; null while none was.") @Nullable OffsetDateTime lastClosingAt,

        @Schema(
                nullable = true,
                description =
                        "When the last backup of the databases was complete. Only Prometheus knows; null while there was"
                                + " none.")
        @Nullable OffsetDateTime lastBackupAt) {

    /** Where figures come from. */
    public enum Source {
        PROMETHEUS,
        INSTANCES
    }

    /** How many instances of a service answer. */
    public record ServiceInstances(
            @Schema(examples = "orders") String service,
            @Schema(examples = "2") int up,
            @Schema(examples = "2") int expected) {}
}
