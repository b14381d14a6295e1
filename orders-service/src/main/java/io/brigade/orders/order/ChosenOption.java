package io.brigade.orders.order;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An option as it was when it was ordered. */
public record ChosenOption(
        @Schema(examples = "31") long optionId,
        @Schema(examples = "Saignant") String name,

        @Schema(description = "Part of the item's unit price.", examples = "0")
        long priceCents) {

    /** Options as a column holds them. */
    public static List<ChosenOption> read(String column) {
        return ColumnJson.readList(column, ChosenOption[].class);
    }
}
