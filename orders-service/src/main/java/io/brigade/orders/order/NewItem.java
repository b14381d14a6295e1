package io.brigade.orders.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dish or a set menu to be ordered. Prices are never taken from here. */
@Schema(examples = """
        {"dish_id": 12, "quantity": 2, "options": [31, 44], "note": "sans oignons", "course": 2, "seat": 1,
         "allergies": ["NUTS"], "seen_price_cents": 2650}""")
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
public record NewItem(
        @Nullable @Schema(description = "What is ordered, unless it is a set menu.", examples = "12")
        Long dishId,

        @Nullable @Schema(description = "A set menu; its choices say which dishes.", examples = "3")
        Long formuleId,

        @Size(min = 1, max = 20) @Nullable @Schema(description = "The dishes of a set menu; each becomes an item.")
        List<@NotNull @Valid Choice> choices,

        @NotNull @Min(1) @Max(99) @Schema(examples = "2") Integer quantity,

        @Size(max = 20) @Nullable @Schema(description = "option_id of each option chosen.", examples = "[31, 44]")
        List<@NotNull Long> options,

        @Size(max = 200) @Nullable @Schema(examples = "sans oignons")
        String note,

        @Min(0) @Max(9) @Nullable @Schema(description = "The dish's own course if absent.", examples = "2")
        Integer course,

        @Min(1) @Max(99) @Nullable @Schema(examples = "1") Integer seat,

        @Size(max = 14) @Nullable @Schema(description = "What the guest must not eat.", examples = "[\"NUTS\"]")
        List<@NotNull Allergen> allergies,

        @Nullable @Schema(description = "True: not sent to the kitchen before its course is fired.", examples = "false")
        Boolean hold,

        @Nullable @Schema(description = "The device's own name for it: it is ordered once, however often it is sent.")
        UUID uid,

        @Min(0) @Nullable @Schema(
                description = "What the device shows for one; if it is not that, the answer says so.",
                examples = "2650")
        Long seenPriceCents)
        implements NewItemBuilder.With {

    /** A dish chosen in a set menu. */
    public record Choice(
            @NotNull @Schema(examples = "12") Long dishId,

            @Size(max = 20) @Nullable @Schema(description = "option_id of each option chosen.", examples = "[31]")
            List<@NotNull Long> options,

            @Size(max = 200) @Nullable @Schema(examples = "sans oignons")
            String note,

            @Min(0) @Max(9) @Nullable @Schema(description = "The dish's own course if absent.", examples = "1")
            Integer course,

            @Nullable @Schema(description = "As that of the set menu if absent.", examples = "true")
            Boolean hold) {}

    /** How many items it becomes. */
    int lines() {
        return choices == null ? 1 : choices.size();
    }

    /** Whether it waits for its course. */
    @JsonIgnore
    public boolean isHeld() {
        return Boolean.TRUE.equals(hold);
    }
}
