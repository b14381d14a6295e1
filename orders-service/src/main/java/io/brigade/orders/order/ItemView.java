package io.brigade.orders.order;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an order as clients see it. */
public record ItemView(
        @Schema(examples = "311") long itemId,

        @Schema(description = "The device's own name for it.") @Nullable UUID uid,

        @Schema(description = "Rises with every change of this item; If-Match of an edit names it.", examples = "1")
        int version,

        @Schema(examples = "12") long dishId,
        @Schema(examples = "Entrecôte grillée") String name,
        @Schema(examples = "1") int quantity,

        @Schema(description = "Of one, options and VAT included.", examples = "2650")
        long unitPriceCents,

        @Schema(description = "What discounts take off, those of the whole order included.", examples = "0")
        long discountCents,

        @Schema(description = "After discounts, VAT included; 0 once voided.", examples = "2650")
        long totalCents,

        @Schema(description = "Basis points: 1000 is 10 %.", examples = "1000")
        int vatRateBp,

        List<ChosenOption> options,
        @Nullable Formule formule,
        @Schema(examples = "sans oignons") @Nullable String note,

        @Schema(description = "What the guest must not eat.")
        List<Allergen> allergies,

        @Schema(description = "Those of the allergies that are in the dish: warn the guest.")
        List<Allergen> allergenWarning,

        @Schema(examples = "2") int course,
        @Schema(examples = "1") @Nullable Integer seat,
        @Schema(examples = "HOT") String station,

        @Schema(description = "How long the kitchen should take.", examples = "900") @Nullable Integer targetSeconds,

        ItemState state,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime readyAt,
        @Nullable OffsetDateTime servedAt,
        @Schema(examples = "Erreur de commande") @Nullable String voidReason) {

    static ItemView of(OrderItem item, long totalCents) {
        return new ItemView(
                item.itemId(),
                item.uid(),
                item.version(),
                item.dishId(),
                item.name(),
                item.quantity(),
                item.unitPriceCents(),
                item.grossCents() - totalCents,
                totalCents,
                item.vatRateBp(),
                item.options(),
                item.formule(),
                item.note(),
                item.allergies(),
                item.allergenWarning(),
                item.course(),
                item.seat(),
                item.station(),
                item.targetSeconds(),
                item.state(),
                item.sentAt(),
                item.readyAt(),
                item.servedAt(),
                item.voidReason());
    }
}
