package io.brigade.orders.order;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An option as it was when it was ordered. */
public record ChosenOption(
        long optionId, @Schema(examples = "Saignant") String name, long priceCents) {}
