package io.brigade.orders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An option as it was when it was ordered. */
public record ChosenOption(
        long optionId, @Schema(examples = "Saignant") String name, long priceCents) {

    /** Options as a column holds them. */
    public static List<ChosenOption> read(ObjectMapper json, String column) {
        try {
            return List.of(json.readValue(column, ChosenOption[].class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
