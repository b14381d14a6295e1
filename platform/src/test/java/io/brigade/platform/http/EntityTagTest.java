package io.brigade.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {"\"v7\";true", "W/\"v7\";true", "\"v6\", \"v7\";true", "*;true", "\"v6\";false", "v7;false"})
    void tagsAreFoundInIfNoneMatch(String header, boolean named) {
        assertThat(EntityTag.isNamedIn(header, EntityTag.of(7))).isEqualTo(named);
    }

    @Test
    void anEditOfAnOlderVersionFails() {
        assertThatThrownBy(() -> EntityTag.requireMatch("\"v6\"", 7, "state"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(CommonProblem.VERSION_MISMATCH));
        assertThatCode(() -> EntityTag.requireMatch("\"v7\"", 7, "state")).doesNotThrowAnyException();
        assertThatCode(() -> EntityTag.requireMatch(null, 7, "state")).doesNotThrowAnyException();
    }
}
