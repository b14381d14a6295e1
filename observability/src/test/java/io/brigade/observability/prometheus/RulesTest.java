package io.brigade.observability.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.observability.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prometheus' own checker reads what is shipped, and runs the cases in prometheus/tests. */
class RulesTest {

    private static final Program PROMTOOL = new Program("promtool");

    @Test
    void theConfigurationIsValid() throws Exception {
        assertThat(PROMTOOL.accepts("check", "config", AlertRule.FOLDER.resolve("prometheus.yml")))
                .contains("rule files found");
    }

    @Test
    void theRulesAreValidAndNoneIsThereTwice() throws Exception {
        PROMTOOL.accepts(with(List.of("check", "rules", "--lint=all", "--lint-fatal"), "rules"));
    }

    @Test
    void everyCaseOfTheRulesHolds() throws Exception {
        assertThat(PROMTOOL.accepts(with(List.of("test", "rules"), "tests"))).doesNotContain("FAILED");
    }

    private static Object[] with(List<String> command, String folder) {
        List<Object> arguments = new ArrayList<>(command);
        arguments.addAll(AlertRule.files(folder));
        return arguments.toArray();
    }
}
