package io.brigade.orders.order;

import io.brigade.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order to be placed. Its example is written here, because what DINE_IN and DELIVERY need excludes each other. */
@Schema(examples = """
        {
          "table_id": 4,
          "covers": 2,
          "items": [
            {"dish_id": 12, "quantity": 2, "options": [31, 44], "note": "sans oignons", "course": 2, "seat": 1}
          ]
        }
        """)
public record NewOrder(
        @Nullable @Schema(description = "Required for DINE_IN, not allowed otherwise.", examples = "4")
        Long tableId,

        @Nullable @Schema(description = "True: open it although the table has an open order.", examples = "false")
        Boolean additional,

        @Nullable @Schema(description = "DINE_IN if absent.")
        ServiceMode serviceMode,

        @Min(1) @Max(200) @Nullable @Schema(description = "Guests at the table.", examples = "2")
        Integer covers,

        @NotNull @Size(max = 100) @Schema(description = "May be empty for DINE_IN: the guests are seated.")
        List<@NotNull @Valid NewItem> items,

        @Nullable @Schema(description = "The device's own name for it: it is placed once, however often it is sent.")
        UUID clientRef,

        @Nullable @Schema(description = "When the device took it, if it could not be sent at once.")
        OffsetDateTime takenAt,

        @Valid @Nullable @Schema(description = "Of TAKEAWAY and DELIVERY.")
        Customer customer,

        @Nullable @Schema(description = "When TAKEAWAY and DELIVERY are wanted.")
        OffsetDateTime dueAt) {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(2);

    /** The mode, DINE_IN if none was said. */
    ServiceMode mode() {
        return serviceMode == null ? ServiceMode.DINE_IN : serviceMode;
    }

    /** Whether a further order on an occupied table was asked for. */
    boolean isAdditional() {
        return Boolean.TRUE.equals(additional);
    }

    /** Fails with 400 where fields do not go together. */
    void check(OffsetDateTime now) {
        boolean dineIn = mode() == ServiceMode.DINE_IN;
        if (dineIn != (tableId != null)) {
            throw ProblemException.invalid("table_id", dineIn ? "is required for DINE_IN" : "is only for DINE_IN");
        }
        refuse(!dineIn && items.isEmpty(), "items", "must not be empty");
        refuse(dineIn && customer != null, "customer", "is only for TAKEAWAY and DELIVERY");
        refuse(dineIn && dueAt != null, "due_at", "is only for TAKEAWAY and DELIVERY");
        refuse(!dineIn && isAdditional(), "additional", "is only for DINE_IN");
        refuse(takenAt != null && takenAt.isAfter(now.plus(CLOCK_SKEW)), "taken_at", "is in the future");
        refuse(takenAt != null && takenAt.isBefore(now.minus(OLDEST)), "taken_at", "is older than two days");
    }

    private static void refuse(boolean broken, String field, String message) {
        if (broken) {
            throw ProblemException.invalid(field, message);
        }
    }
}
