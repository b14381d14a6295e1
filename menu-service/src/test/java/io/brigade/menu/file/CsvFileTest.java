package io.brigade.menu.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void linesAreCountedAsAnEditorCountsThem(String end) {
        String file = String.join(
                end, "name;description", "Soupe;Simple", "", "Tarte;\"Sur deux", "lignes\"", ";", "Salade;Verte", "");

        List<Entry> dishes =
                Objects.requireNonNull(CsvFile.read(file, new ImportErrors()).dishes());

        assertThat(dishes)
                .extracting(dish -> dish.place().apply("name"))
                .containsExactly("line 2: name", "line 4: name", "line 7: name");
        assertThat(dishes.get(1).said().get("description").asText()).isEqualTo("Sur deux" + end + "lignes");
    }
}
