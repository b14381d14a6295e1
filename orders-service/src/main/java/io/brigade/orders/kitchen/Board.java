package io.brigade.orders.kitchen;

import io.brigade.orders.order.Allergen;
import io.brigade.orders.order.ItemState;
import io.brigade.orders.order.ServiceMode;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a station still has to do, the longest waiting first. */
public record Board(@Schema(examples = "HOT") String station, List<Ticket> tickets) {

    /** The items of one order and course. */
    public record Ticket(
            @Schema(examples = "78") long orderId,

            @Schema(description = "Null for takeaway and delivery.", examples = "T4") @Nullable String tableName,

            ServiceMode serviceMode,

            @Schema(description = "Null at a table.", examples = "Mme Roche") @Nullable String customerName,

            @Schema(description = "When takeaway and delivery are wanted.") @Nullable OffsetDateTime dueAt,

            @Schema(examples = "2") @Nullable Integer covers,
            @Schema(examples = "1") int course,

            @Schema(description = "Of the item that waits longest.")
            OffsetDateTime sentAt,

            @Schema(description = "Of the order.") OffsetDateTime openedAt,

            @Schema(description = "How long ago the order was opened.", examples = "1260")
            long ageSeconds,

            @Schema(examples = "Camille") String waiterName,
            List<Line> items) {}

    /** One thing to make. */
    public record Line(
            @Schema(examples = "311") long itemId,
            @Schema(examples = "Entrecôte grillée") String name,
            @Schema(examples = "1") int quantity,
            @Schema(examples = "[\"Saignant\"]") List<String> options,

            @Schema(description = "The set menu that it belongs to.", examples = "Menu du marché") @Nullable String formuleName,

            @Schema(examples = "sans oignons") @Nullable String note,
            @Schema(examples = "1") @Nullable Integer seat,

            @Schema(description = "What the guest must not eat.")
            List<Allergen> allergies,

            @Schema(description = "Those of the allergies that are in the dish.")
            List<Allergen> allergenWarning,

            ItemState state,
            OffsetDateTime sentAt,

            @Schema(description = "How long it should take.", examples = "900") @Nullable Integer targetSeconds,

            @Schema(description = "When it should be ready; null without a target.") @Nullable OffsetDateTime dueAt,

            @Schema(description = "Not ready yet, and past its time.", examples = "false")
            boolean late) {}
}
