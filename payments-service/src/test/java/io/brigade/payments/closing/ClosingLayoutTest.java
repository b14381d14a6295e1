package io.brigade.payments.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.platform.paper.PaperRow;
import io.brigade.platform.paper.PlainPaper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingLayoutTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @EnumSource
    void itIsPrintedAsItAlwaysWas(ClosingKind kind) throws IOException {
        Closing closing = Closings.of(1, kind, "Sophie", 123_450, -1000);

        assertThat(PlainPaper.of(ClosingLayout.rows(closing, PARIS))).isEqualTo(golden(kind));
    }

    @Test
    void practiceIsMarked() {
        Closing closing = Closings.practised(ClosingKind.DAY);

        assertThat(PlainPaper.of(ClosingLayout.rows(closing, PARIS))).contains("FACTICE - FORMATION - SANS VALEUR");
    }

    @Property
    void noLineIsWiderThanThePaper(
            @ForAll @LongRange(max = 99_999_999_999_999L) long sold, @ForAll @StringLength(max = 90) String name) {
        Closing closing = Closings.of(1, ClosingKind.DAY, name, sold, -sold);

        assertThat(PlainPaper.of(ClosingLayout.rows(closing, PARIS)).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(PaperRow.COLUMNS));
    }

    private static String golden(ClosingKind kind) throws IOException {
        try (InputStream file = ClosingLayoutTest.class.getResourceAsStream("/closings/" + kind + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
