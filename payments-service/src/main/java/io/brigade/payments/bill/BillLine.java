package io.brigade.payments.bill;

import io.brigade.payments.book.Ticket;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing on a bill. */
public record BillLine(
        @Schema(examples = "311") long itemId,
        @Schema(examples = "12") long dishId,
        @Schema(examples = "Entrecôte grillée") String name,
        @Schema(examples = "1") int quantity,

        @Schema(description = "Of one, options and VAT included.", examples = "2650")
        long unitPriceCents,

        @Schema(examples = "[\"Saignant\"]") List<String> options,

        @Schema(examples = "1") @Nullable Integer seat,

        @Schema(description = "What discounts take off.", examples = "0")
        long discountCents,

        @Schema(description = "After discounts, VAT included.", examples = "2650")
        long totalCents,

        @Schema(description = "Basis points: 1000 is 10 %.", examples = "1000")
        int vatRateBp) {

    /** What this line has more than it had before. */
    BillLine since(BillLine before) {
        return new BillLine(
                itemId,
                dishId,
                name,
                quantity - before.quantity,
                unitPriceCents,
                options,
                seat,
                discountCents - before.discountCents,
                totalCents - before.totalCents,
                vatRateBp);
    }

    /** The opposite: the line is not there any more. */
    BillLine gone() {
        return new BillLine(
                itemId, dishId, name, -quantity, unitPriceCents, options, seat, -discountCents, -totalCents, vatRateBp);
    }

    /** Whether it is worth a line on a ticket. */
    boolean tellsSomething() {
        return quantity != 0 || totalCents != 0 || discountCents != 0;
    }

    /** As a ticket has it. */
    public Ticket.Line onTicket() {
        return new Ticket.Line(dishId, name, quantity, unitPriceCents, options, discountCents, totalCents, vatRateBp);
    }
}
