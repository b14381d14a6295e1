package io.brigade.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @ParameterizedTest
    @CsvSource({"1-1,1-2,true", "1-2,1-1,false", "9-0,10-0,true", "1-10,1-9,false", "0-0,1-0,true", "5-5,5-5,false"})
    void positionsAreComparedAsNumbers(String one, String other, boolean before) {
        assertThat(StreamPosition.isBefore(one, other)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-1-1", "1-", "a-b", "1-1-1", "$", "+", "9999999999999999999-0"})
    void whatIsNoPositionIsRefused(String text) {
        assertThat(StreamPosition.isValid(text)).isFalse();
    }

    @Test
    void positionsOfRedisAreAccepted() {
        assertThat(StreamPosition.isValid("1732345678901-0")).isTrue();
        assertThat(StreamPosition.isValid(null)).isFalse();
    }
}
