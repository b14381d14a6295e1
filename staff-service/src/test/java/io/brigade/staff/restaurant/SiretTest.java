package io.brigade.staff.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiretTest {

    /** The first is INSEE's example; the last two are of La Poste, whose places follow a rule of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"73282932000074", "55210055400013", "35600000000048", "35600000049837"})
    void aNumberWithTheRightCheckDigitIsOne(String digits) {
        assertThat(Siret.isValid(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000075", "73282932000047", "37282932000074", "35600000049838"})
    void aMistypedDigitOrTwoSwappedAreNoticed(String digits) {
        assertThat(Siret.isValid(digits)).isFalse();
    }
}
