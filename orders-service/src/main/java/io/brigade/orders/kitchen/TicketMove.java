package io.brigade.orders.kitchen;

import io.brigade.orders.order.ItemState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket, and the state that all of it goes to. */
public record TicketMove(
        @NotNull @Schema(examples = "78") Long orderId,

        @NotNull @Min(0) @Max(9) @Schema(examples = "1") Integer course,

        @NotNull Station station,

        @NotNull @Schema(description = "PREPARING, READY or SERVED.", examples = "READY")
        ItemState state) {}
