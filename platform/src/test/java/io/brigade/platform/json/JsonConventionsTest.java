package io.brigade.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.brigade.platform.problem.FieldErrors;
import io.brigade.platform.problem.Problem;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonConventionsTest {

    private final ObjectMapper json = JsonConventions.apply(new ObjectMapper());

    enum Mode {
        DINE_IN,
        TAKEAWAY
    }

    record Line(String dishName, int unitPriceCents, Mode mode) {}

    @Test
    void namesAreInSnakeCase() throws JsonProcessingException {
        Line line = new Line("Soupe", 950, Mode.DINE_IN);

        String text = json.writeValueAsString(line);

        assertThat(text).isEqualTo("{\"dish_name\":\"Soupe\",\"unit_price_cents\":950,\"mode\":\"DINE_IN\"}");
        assertThat(json.readValue(text, Line.class)).isEqualTo(line);
    }

    record Roles(Set<Mode> modes) {}

    @Test
    void setsKeepTheOrderTheyCameInSoThatARequestHasOneHashOnAllInstances() throws JsonProcessingException {
        for (String text :
                List.of("{\"modes\":[\"TAKEAWAY\",\"DINE_IN\"]}", "{\"modes\":[\"DINE_IN\",\"TAKEAWAY\"]}")) {
            assertThat(json.writeValueAsString(json.readValue(text, Roles.class)))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unit_price_cents\": \"950\"}",
                "{\"unit_price_cents\": 9.5}",
                "{\"unit_price_cents\": null}",
                "{\"unit_price_cents\": true}",
                "{\"unitprice_cents\": 950}",
                "{\"dish_name\": 1}",
                "{\"dish_name\": true}",
                "{\"mode\": 0}",
                "{\"mode\": \"dine_in\"}",
                "{\"mode\": \"\"}",
                "{\"dish_name\": \"a\", \"dish_name\": \"b\"}",
                "{} {}",
                "[]",
                "\"x\""
            })
    void nothingIsGuessed(String text) {
        assertThatThrownBy(() -> json.readValue(text, Line.class)).isInstanceOf(JsonProcessingException.class);
    }

    record Entry(String name) {}

    record Part(
            @Size(max = 2) List<Entry> lines, @Size(max = 1) Map<String, Integer> counts, List<Long> ids) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"lines": [{}, {}, {}]}               | lines     | must have at most 2 elements
            {"counts": {"a": 1, "b": 2}}          | counts    | must have at most 1 elements
            {"lines": [{}, null]}                 | lines[1]  | has the wrong type or is missing
            {"ids": [1, 2, null]}                 | ids[2]    | has the wrong type or is missing""")
    void listsAreNoLongerThanTheyMayBeAndHaveNoHoles(String text, String field, String message) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue(text, Part.class))
                .satisfies(refused ->
                        assertThat(FieldErrors.of(refused)).isEqualTo(new Problem.FieldError(field, message)));
    }

    @Test
    void whatIsNoLongerThanItMayBeIsRead() throws JsonProcessingException {
        Part part = json.readValue("{\"lines\": [{}, {}], \"counts\": {\"a\": 1}, \"ids\": null}", Part.class);

        assertThat(part.lines()).hasSize(2);
        assertThat(part.counts()).hasSize(1);
        assertThat(part.ids()).isNull();
    }
}
