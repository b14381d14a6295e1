package io.brigade.menu.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.menu.carte.Day;
import io.brigade.menu.carte.TimedPrice;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class CellTest {

    @Property
    void whatIsShownIsReadBackAndNeverBeginsAFormula(@ForAll("texts") String text) {
        String cell = Cell.shown(text);

        assertThat(Cell.read(cell)).isEqualTo(text);
        assertThat(cell.isEmpty() ? 'x' : cell.charAt(0)).isNotIn('=', '+', '-', '@', '\t', '\r', '\n', '＝');
    }

    @Property
    void aListIsReadBack(@ForAll("lists") List<String> values) {
        assertThat(Cell.list(Cell.list(values))).isEqualTo(values);
    }

    @Property
    void anAmountIsReadBack(@ForAll @IntRange(max = 1_000_000) int cents, @ForAll boolean comma) {
        assertThat(Cell.hundredths(Cell.amount(cents, comma ? ',' : '.'))).isEqualTo(cents);
    }

    @Example
    void amountsAreReadAsPeopleWriteThem() {
        assertThat(List.of("12", "12,5", "12.50 €", "5,5 %", "1\u202F200,00"))
                .extracting(Cell::hundredths)
                .containsExactly(1200L, 1250L, 1250L, 550L, 120000L);
        assertThat(List.of("", "douze", "-1", "1,234", "1.2.3", "12,", "1e3"))
                .extracting(Cell::hundredths)
                .containsOnlyNulls();
    }

    @Property
    void aTimedPriceIsReadBack(
            @ForAll @NotEmpty Set<Day> days,
            @ForAll("names") String name,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 100_000) int cents) {
        TimedPrice price = new TimedPrice(name, days, "%02d:30".formatted(hour), "00:15", (long) cents);

        var read = Objects.requireNonNull(CsvTimedPrice.read(CsvTimedPrice.show(price, ',')));

        assertThat(read.get("name").asText()).isEqualTo(name);
        assertThat(read.get("days")).hasSize(days.size());
        assertThat(read.get("from").asText()).isEqualTo(price.from());
        assertThat(read.get("to").asText()).isEqualTo("00:15");
        assertThat(read.get("unit_price_cents").asLong()).isEqualTo(cents);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("=+-@'\t\r\n＝aé ;,|\\\"").ofMaxLength(6);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.strings()
                .withChars("ab|\\,;'\"é")
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("aMON: 0-9é").ofMinLength(1).ofMaxLength(8);
    }
}
