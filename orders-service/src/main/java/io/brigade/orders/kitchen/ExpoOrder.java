package io.brigade.orders.kitchen;

import io.brigade.orders.order.ServiceMode;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order still waits for, as whoever calls the dishes out sees it. */
public record ExpoOrder(
        @Schema(examples = "78") long orderId,

        @Schema(description = "Null for takeaway and delivery.", examples = "T4") @Nullable String tableName,

        ServiceMode serviceMode,

        @Schema(description = "Null at a table.", examples = "Mme Roche") @Nullable String customerName,

        @Schema(description = "When takeaway and delivery are wanted.") @Nullable OffsetDateTime dueAt,

        @Schema(examples = "2") @Nullable Integer covers,
        @Schema(examples = "Camille") String waiterName,
        OffsetDateTime openedAt,

        @Schema(description = "What the kitchen has, course by course.")
        List<Course> courses,

        @Schema(description = "Courses of which something is still held.", examples = "[2, 3]")
        List<Integer> heldCourses) {

    /** A course that is being made or stands ready. */
    public record Course(
            @Schema(examples = "1") int course,

            @Schema(description = "Everything of it is ready, and nothing of it is held.", examples = "false")
            boolean canGo,

            List<AtStation> stations) {}

    /** How far a station is with it; quantities of items. */
    public record AtStation(
            @Schema(examples = "HOT") String station,

            @Schema(description = "Sent, not begun.", examples = "1")
            long toMake,

            @Schema(description = "Being made.", examples = "2")
            long preparing,

            @Schema(examples = "0") long ready,

            @Schema(description = "How long ago the oldest of them was sent.", examples = "480")
            long oldestSeconds) {}
}
