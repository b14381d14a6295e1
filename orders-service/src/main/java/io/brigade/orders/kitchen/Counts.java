package io.brigade.orders.kitchen;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a station still has to make in all: not ready yet, whatever order it is for. */
public record Counts(@Schema(examples = "HOT") String station, List<DishCount> dishes) {

    /** How many of a dish, the most first. */
    public record DishCount(
            @Schema(examples = "12") long dishId,
            @Schema(examples = "Entrecôte grillée") String name,
            @Schema(examples = "6") long quantity,
            List<OptionCount> options) {}

    /** How many of them with an option, the most first. */
    public record OptionCount(
            @Schema(examples = "31") long optionId,
            @Schema(examples = "Saignant") String name,
            @Schema(examples = "2") long quantity) {}
}
