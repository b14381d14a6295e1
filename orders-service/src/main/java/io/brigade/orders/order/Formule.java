package io.brigade.orders.order;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The set menu that an item was ordered in.
 *
 * @param line id of the first item of the same set menu: what belongs together has the same
 */
public record Formule(
        @Schema(examples = "3") long formuleId,
        @Schema(examples = "Menu du marché") String name,

        @Schema(description = "The same for all items of one set menu: the item_id of the first.", examples = "311")
        long line) {}
